package dev.trendlake.local.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An event that is written out in a statement.
 *
 * @param number names it
 * @param name of the event
 * @param time to the millisecond
 * @param person the number of its person
 * @param properties its JSON document
 * @param ofPerson the JSON document of its person
 */
record ArrivedEvent(
        long number, String name, Instant time, long person, String properties, String ofPerson) {
    static final String COLUMNS =
            """
            "project_id", "day", "event", "timestamp", "person_key", "distinct_id", "person_id", \
            "uuid", "session_id", "elements_chain", "properties", "person_properties", "$path"\
            """;

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    LocalDate day() {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    String row() {
        LocalDateTime written = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return """
        ('7', '%s', '%s', TIMESTAMP '%s', BIGINT '%d', 'd%d', 'p%d', 'u%d', 's%d', '', '%s', '%s', 'f')\
        """
                .formatted(
                        day(),
                        name,
                        WRITTEN.format(written),
                        person,
                        person,
                        person,
                        number,
                        person * 3 + number % 3,
                        properties,
                        ofPerson);
    }
}
