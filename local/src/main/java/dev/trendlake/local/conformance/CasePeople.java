package dev.trendlake.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.lake.CohortMember;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is behind the distinct ids of a case. One that no person lists is a person of its own,
 * without properties.
 */
final class CasePeople {
    /** Before any event that the lake can hold. */
    static final Instant BEFORE_ALL_EVENTS = Instant.parse("2010-01-01T00:00:00Z");

    private final ConformanceCase source;
    private final Map<String, CasePerson> persons = new HashMap<>();

    CasePeople(ConformanceCase source) {
        this.source = source;
        for (CasePerson person : source.persons()) {
            person.distinctIds().forEach(distinctId -> persons.put(distinctId, person));
        }
    }

    /** The id of the person behind a distinct id. */
    String idOf(String distinctId) {
        CasePerson person = persons.get(distinctId);
        String name = person == null ? distinctId : person.distinctIds().getFirst();
        String text = "%s person %s".formatted(source.id(), name);
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }

    /** The properties of the person behind a distinct id. */
    ObjectNode propertiesOf(String distinctId) {
        CasePerson person = persons.get(distinctId);
        return person == null ? CaseJson.MAPPER.createObjectNode() : person.properties();
    }

    /** The table of persons: those of the case. */
    List<PersonRow> rows() {
        return persons.keySet().stream().map(this::row).toList();
    }

    /** The table of static cohorts' members. */
    List<CohortMember> members() {
        return source.cohorts().stream()
                .filter(CaseCohort::isStatic)
                .flatMap(this::members)
                .distinct()
                .toList();
    }

    private Stream<CohortMember> members(CaseCohort cohort) {
        return cohort.distinctIds().stream()
                .map(distinctId -> new CohortMember(cohort.id(), idOf(distinctId)));
    }

    private PersonRow row(String distinctId) {
        return new PersonRow(
                distinctId,
                idOf(distinctId),
                BEFORE_ALL_EVENTS,
                1,
                1,
                propertiesOf(distinctId).toString());
    }
}
