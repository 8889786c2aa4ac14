package dev.trendlake.intake.lake;

import dev.trendlake.lake.PersonKey;
import dev.trendlake.project.SideTableName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Who is behind a distinct id now.
 *
 * @param distinctId the sender's name for the person
 * @param personId the person
 * @param createdAt when the person was first seen, to the millisecond
 * @param distinctIdVersion of the statement that the person is behind the distinct id; the highest
 *     is true
 * @param personVersion of the person's properties; the highest is true
 * @param properties compact JSON object
 * @param captured what captured events said under the distinct id, which no statement reads:
 *     compact JSON object, empty where nothing was captured
 */
public record PersonRow(
        String distinctId,
        String personId,
        Instant createdAt,
        long distinctIdVersion,
        long personVersion,
        String properties,
        String captured) {
    /** The table: one row for each distinct id. */
    public static final SideTable<PersonRow> TABLE =
            new SideTable<>(
                    SideTableName.PERSONS,
                    List.of(
                            LakeColumn.text("distinct_id", PersonRow::distinctId),
                            LakeColumn.text("person_id", PersonRow::personId),
                            LakeColumn.bigint("person_key", row -> PersonKey.of(row.personId())),
                            LakeColumn.timestamp("created_at", PersonRow::createdAt),
                            LakeColumn.bigint(
                                    "person_distinct_id_version", PersonRow::distinctIdVersion),
                            LakeColumn.bigint("person_version", PersonRow::personVersion),
                            LakeColumn.text("properties", PersonRow::properties),
                            LakeColumn.text("captured", PersonRow::captured)),
                    Comparator.comparing(PersonRow::distinctId),
                    row ->
                            new PersonRow(
                                    row.text(0),
                                    row.text(1),
                                    row.timestamp(3),
                                    row.bigint(4),
                                    row.bigint(5),
                                    row.text(6),
                                    row.text(7)));

    /** Cuts off what is finer than a millisecond. */
    public PersonRow {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A row that an export says. */
    public PersonRow(
            String distinctId,
            String personId,
            Instant createdAt,
            long distinctIdVersion,
            long personVersion,
            String properties) {
        this(distinctId, personId, createdAt, distinctIdVersion, personVersion, properties, "");
    }

    /** The same row with what captured events said. */
    public PersonRow withCaptured(String said) {
        return new PersonRow(
                distinctId,
                personId,
                createdAt,
                distinctIdVersion,
                personVersion,
                properties,
                said);
    }
}
