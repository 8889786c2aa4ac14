package dev.trendlake.local.plan;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * An event that is written out in a statement.
 *
 * @param time {@code 2020-01-01 00:00:00.000}
 * @param person its number
 * @param properties the JSON of each property of the event and, with {@code person:} before their
 *     names, of the person
 * @param columns the JSON in each property column, by its number
 * @param file the name of its file
 */
record WrittenEvent(
        String time,
        long person,
        Map<String, String> properties,
        Map<Integer, String> columns,
        String file) {
    static final String COLUMNS =
            """
            "project_id", "day", "event", "timestamp", "person_key", "distinct_id", "person_id", \
            "uuid", "session_id", "elements_chain", "properties", "person_properties", "$path", \
            "property_0", "property_1", "property_2", "property_3", "property_4", "property_5", \
            "property_6", "property_7", "property_8"\
            """;

    private static final String PERSON = "person:";

    WrittenEvent(String time, String file) {
        this(time, 1, Map.of(), Map.of(), file);
    }

    String day() {
        return time.substring(0, 10);
    }

    /** The row. */
    String row() {
        StringBuilder row = new StringBuilder("('7', ");
        row.append(text(day())).append(", 'e', TIMESTAMP ").append(text(time));
        row.append(", BIGINT '").append(person).append("', 'd', 'p', ");
        row.append(text(time + person)).append(", ").append(text("s" + person)).append(", '', ");
        row.append(text(document(false))).append(", ").append(text(document(true))).append(", ");
        row.append(text("s3://lake/events/project_id=7/day=" + day() + "/" + file));
        for (int number = 0; number < 9; number++) {
            String json = columns.get(number);
            row.append(", ").append(json == null ? "CAST(NULL AS varchar)" : text(json));
        }
        return row.append(")").toString();
    }

    private String document(boolean ofPerson) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(PERSON) == ofPerson)
                .map(property -> member(property.getKey(), property.getValue(), ofPerson))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(String name, String json, boolean ofPerson) {
        String key = ofPerson ? name.substring(PERSON.length()) : name;
        return "\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\":" + json;
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
