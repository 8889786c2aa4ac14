package dev.trendlake.lake;

import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.Row;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.plan.PeoplePlanner;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.PersonNaming;
import dev.trendlake.project.Project;
import dev.trendlake.sql.Select;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the persons who have the names of a list: in the table of persons, where the project has
 * one, and whoever is not there in the events. Names that nobody has are left out, as PostHog does.
 */
public final class PeopleFinder {
    private static final String NO_PERSONS =
            "This project has no table of persons, in which email addresses could be looked up;"
                    + " name people by a column distinct_id or person_id.";

    private final PeoplePlanner planner;
    private final QueryEngine engine;
    private final MemberFiles files;
    private final MemberVersions versions;

    /** Takes how people are asked for, who answers, and where lists can lie. */
    public PeopleFinder(
            PeoplePlanner planner, QueryEngine engine, MemberFiles files, MemberVersions versions) {
        this.planner = planner;
        this.engine = engine;
        this.files = files;
        this.versions = versions;
    }

    /**
     * When people are looked for, and for whom.
     *
     * @param token names the request to the engine, and no other one: 32 to 90 characters
     */
    public record Search(Instant now, String token, Deadline deadline) {}

    /**
     * The ids of the persons.
     *
     * @throws InvalidRequest when people are named by what the project doesn't know of anybody
     * @throws StillRunning when the deadline passes first
     */
    public Set<String> find(Project project, PeopleList people, Search search) throws StillRunning {
        if (people.names().isEmpty()) {
            return Set.of();
        }
        boolean hasPersons = project.sideTables().persons() > 0;
        if (people.naming() == PersonNaming.EMAIL && !hasPersons) {
            throw new InvalidRequest("csv", NO_PERSONS);
        }
        long list = versions.draw(project.id(), versions.current(project.id()));
        files.write(project.id(), list, asMembers(people));
        try {
            return found(project, people, list, search);
        } finally {
            files.remove(project.id(), list);
        }
    }

    private Set<String> found(Project project, PeopleList people, long list, Search search)
            throws StillRunning {
        Set<String> missing = new HashSet<>(people.names());
        Set<String> persons = new HashSet<>();
        if (project.sideTables().persons() > 0) {
            Select statement = planner.inPersons(project, people.naming(), list);
            collect(run(statement, list, "persons", search), missing, persons);
        }
        if (!missing.isEmpty() && people.naming() != PersonNaming.EMAIL) {
            Select statement = planner.inEvents(project, people.naming(), list, search.now());
            Set<String> wanted = Set.copyOf(missing);
            collect(
                    run(statement, list, "events", search).stream()
                            .filter(row -> wanted.contains(row.text(0)))
                            .toList(),
                    missing,
                    persons);
        }
        return persons;
    }

    private List<Row> run(Select statement, long list, String place, Search search)
            throws StillRunning {
        String token = "%s-%d-%s".formatted(search.token(), list, place);
        return engine.run(statement, token, search.deadline()).rows();
    }

    private static void collect(List<Row> rows, Set<String> missing, Set<String> persons) {
        for (Row row : rows) {
            missing.remove(row.text(0));
            persons.add(row.text(1));
        }
    }

    private static List<CohortMember> asMembers(PeopleList people) {
        return people.names().stream().map(name -> new CohortMember(0, name)).toList();
    }
}
