package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.lake.PeopleFinder;
import dev.trendlake.lake.StaticCohorts;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.Project;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.request.CohortBodyReader;
import dev.trendlake.request.CsvPeopleReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The people whom requests name, as members of static cohorts. */
final class CohortPeople {
    /** The field of a form that may be a file. */
    static final String FILE = "csv";

    private final PeopleFinder finder;
    private final StaticCohorts members;
    private final CohortBodyReader bodies = new CohortBodyReader();
    private final CsvPeopleReader files = new CsvPeopleReader();

    /** Takes what finds people, and where members are kept. */
    CohortPeople(PeopleFinder finder, StaticCohorts members) {
        this.finder = finder;
        this.members = members;
    }

    /**
     * The ids of the persons that a request names in its file or by a list.
     *
     * @param cohort as the request makes it
     * @throws InvalidRequest when they are named in a way that can't be read, or the cohort has no
     *     list of members
     */
    Set<String> named(SavedCohort cohort, Project project, Exchange exchange) {
        HttpRequest request = exchange.request();
        ObjectNode fields = request.bodyBeside(FILE);
        Set<String> persons =
                new HashSet<>(found(bodies.people(fields, cohort), project, exchange));
        Optional<byte[]> file = request.file(FILE);
        if (file.isPresent()) {
            requireStatic(cohort);
            persons.addAll(found(files.read(file.get()), project, exchange));
        }
        return persons;
    }

    /** The ids of the persons on a list. */
    Set<String> found(PeopleList people, Project project, Exchange exchange) {
        PeopleFinder.Search search =
                new PeopleFinder.Search(
                        exchange.request().receivedAt(),
                        exchange.invocation().id(),
                        exchange.invocation().deadline());
        try {
            return finder.find(project, people, search);
        } catch (StillRunning e) {
            throw new QueryUnavailable(
                    "Looking up the people took too long. Ask again, or name fewer of them at"
                            + " once.",
                    Duration.ofSeconds(10),
                    e);
        }
    }

    /** Puts persons into a cohort. */
    void add(Project project, SavedCohort cohort, Set<String> persons) {
        members.add(project.id(), cohort.id(), persons);
    }

    /** Makes persons the members of a cohort. */
    void replace(Project project, SavedCohort cohort, Set<String> persons) {
        members.replace(project.id(), cohort.id(), persons);
    }

    /** Takes a person out of a cohort. */
    void remove(Project project, SavedCohort cohort, String person) {
        members.remove(project.id(), cohort.id(), person);
    }

    private static void requireStatic(SavedCohort cohort) {
        if (!cohort.definition().isStatic()) {
            throw new InvalidRequest(FILE, "is for static cohorts; send is_static: true");
        }
    }
}
