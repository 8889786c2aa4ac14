package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.lake.PersonRow;
import java.time.Instant;

/**
 * Who PostHog's export says is behind a distinct id: older than all that was captured.
 *
 * @param personId the person
 * @param createdAt when the person was first seen
 * @param distinctIdVersion as in {@link PersonRow}
 * @param personVersion as in {@link PersonRow}
 * @param properties compact JSON object
 */
record KnownPerson(
        String personId,
        Instant createdAt,
        long distinctIdVersion,
        long personVersion,
        String properties) {

    static KnownPerson of(PersonRow row) {
        return new KnownPerson(
                row.personId(),
                row.createdAt(),
                row.distinctIdVersion(),
                row.personVersion(),
                row.properties());
    }

    /** Whether a row has come from another export since. */
    boolean isOlderThan(PersonRow row) {
        return row.distinctIdVersion() != distinctIdVersion || row.personVersion() != personVersion;
    }

    ObjectNode json() {
        return CapturedJson.object()
                .put("person_id", personId)
                .put("created_at", createdAt.toEpochMilli())
                .put("distinct_id_version", distinctIdVersion)
                .put("person_version", personVersion)
                .put("properties", properties);
    }

    static KnownPerson read(ObjectNode json) {
        return new KnownPerson(
                json.path("person_id").asText(),
                Instant.ofEpochMilli(json.path("created_at").asLong()),
                json.path("distinct_id_version").asLong(),
                json.path("person_version").asLong(),
                json.path("properties").asText());
    }
}
