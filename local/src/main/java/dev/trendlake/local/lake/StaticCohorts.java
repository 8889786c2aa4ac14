package dev.trendlake.local.lake;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The members of static cohorts, who are named by their distinct ids. */
public final class StaticCohorts {
    private final SideTableStore tables;

    /** Takes where the tables are. */
    public StaticCohorts(SideTableStore tables) {
        this.tables = tables;
    }

    /** Puts people into a cohort, beside those that are in it. */
    public void add(long project, long cohort, Collection<String> distinctIds) throws IOException {
        change(project, cohort, distinctIds, _ -> true);
    }

    /** Makes people the members of a cohort, in place of those that are in it. */
    public void replace(long project, long cohort, Collection<String> distinctIds)
            throws IOException {
        change(project, cohort, distinctIds, member -> member.cohortId() != cohort);
    }

    private void change(
            long project,
            long cohort,
            Collection<String> distinctIds,
            Predicate<CohortMember> stays)
            throws IOException {
        Map<String, String> persons = persons(project);
        tables.change(
                CohortMember.TABLE,
                project,
                present -> {
                    Set<CohortMember> members =
                            new HashSet<>(present.stream().filter(stays).toList());
                    distinctIds.forEach(distinctId ->
                            members.add(new CohortMember(cohort, personOf(distinctId, persons))));
                    return members.equals(Set.copyOf(present))
                            ? Optional.empty()
                            : Optional.of(List.copyOf(members));
                });
    }

    private Map<String, String> persons(long project) throws IOException {
        Map<String, String> persons = new HashMap<>();
        for (PersonRow row : tables.rows(PersonRow.TABLE, project)) {
            persons.put(row.distinctId(), row.personId());
        }
        return persons;
    }

    private static String personOf(String distinctId, Map<String, String> persons) {
        return persons.getOrDefault(distinctId, UnknownPerson.idOf(distinctId));
    }
}
