package dev.trendlake.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers are the same whether properties are read from documents or from columns. */
class PropertyColumnsTest {
    private static final List<String> DAYS = List.of("2020-01-01", "2020-01-02", "2020-01-03");

    private static final List<String> PROPERTIES =
            List.of(
                    "event:a",
                    "event:a.b",
                    "event:it\"s",
                    "event:it's",
                    "event:n",
                    "event:paid",
                    "event:at",
                    "event:utm_source",
                    "person:plan");

    /** The JSON of a property; nothing for one that is absent. */
    private static final List<String> VALUES =
            List.of(
                    "",
                    "null",
                    "\"\"",
                    "\"null\"",
                    "\"Chrome\"",
                    "\" spaced \"",
                    "\"it's\"",
                    "\"a\\\"b\\\\c\\nd\"",
                    "\"\\u00e9\\/\\t\"",
                    "\"\\ud83d\\ude00\"",
                    "\"\\\\ud83d\"",
                    "0",
                    "10",
                    "12.50",
                    "1e3",
                    "-0.0",
                    "12345678901234567890",
                    "0.1234567890123456789",
                    "true",
                    "false",
                    "\"true\"",
                    "\"7\"",
                    "\"2020-01-02T03:04:05.678Z\"",
                    "1577934245",
                    "{\"b\": [1, {\"c\": \"deep\"}], \"n\": null, \"a.b\": 1.10}",
                    "{}",
                    "[]",
                    "[1, \"x\", null, {\"b\": 2}]",
                    "\"{\\\"b\\\": 1}\"",
                    "\"google\"");

    private static final AskedEvents DOCUMENTS =
            new AskedEvents(EventLayout.PLAIN, events(LocalDate.MAX));

    static Stream<String> questions() {
        List<String> questions = new ArrayList<>();
        for (String key : List.of("a", "a.b", "it\\\"s", "it's", "n", "paid", "at")) {
            questions.add(", \"breakdown\": \"%s\", \"breakdown_type\": \"event\"".formatted(key));
        }
        questions.add(", \"breakdown\": \"plan\", \"breakdown_type\": \"person\"");
        questions.add(
                ", \"breakdown\": \"n\", \"breakdown_type\": \"event\","
                        + " \"breakdown_histogram_bin_count\": 3");
        questions.add(", \"breakdown\": \"$channel_type\", \"breakdown_type\": \"session\"");
        questions.add(", \"breakdown\": \"$entry_utm_source\", \"breakdown_type\": \"session\"");
        for (String filter :
                List.of(
                        "\"key\": \"a\", \"value\": [\"Chrome\", \"12.5\", \"true\"]",
                        "\"key\": \"a.b\", \"operator\": \"is_not\", \"value\": \"Chrome\"",
                        "\"key\": \"it's\", \"operator\": \"icontains\", \"value\": \"U\"",
                        "\"key\": \"a\", \"operator\": \"regex\", \"value\": \"^[\\\\[{]\"",
                        "\"key\": \"a\", \"operator\": \"is_set\", \"value\": \"is_set\"",
                        "\"key\": \"a\", \"operator\": \"is_not_set\", \"value\": \"is_not_set\"",
                        "\"key\": \"n\", \"operator\": \"gt\", \"value\": 9",
                        "\"key\": \"paid\", \"value\": \"true\"",
                        "\"key\": \"at\", \"operator\": \"is_date_before\", \"value\":"
                                + " \"2020-01-03\"",
                        "\"key\": \"plan\", \"type\": \"person\", \"operator\": \"lt\", \"value\":"
                                + " \"11\"")) {
            questions.add(", \"properties\": [{\"type\": \"event\", %s}]".formatted(filter));
        }
        for (String math : List.of("sum", "avg", "min", "max", "median", "p95")) {
            questions.add("\"math\": \"%s\", \"math_property\": \"n\"".formatted(math));
        }
        for (String expression :
                List.of(
                        "properties.a",
                        "properties['a.b']",
                        "properties.a.b",
                        "person.properties.plan",
                        "JSONExtractString(properties, 'a')",
                        "JSONExtractRaw(properties, 'a')",
                        "JSONExtractRaw(properties, 'a', 'a.b')",
                        "JSONExtractString(properties, 'a', 'b', 2, 'c')",
                        "JSONExtractString(person.properties, 'plan')",
                        "toString(JSONExtractInt(properties, 'a'))",
                        "toString(JSONExtractFloat(properties, 'a'))",
                        "toString(JSONExtractBool(properties, 'a'))",
                        "toString(JSONHas(properties, 'a'))",
                        "toString(JSONLength(properties, 'a'))",
                        "toString(length(JSONExtractArrayRaw(properties, 'a')))",
                        "concat(properties.a, JSONExtractString(properties, 'it\\\"s'))")) {
            questions.add(
                    ", \"breakdown\": \"%s\", \"breakdown_type\": \"hogql\"".formatted(expression));
        }
        questions.add(
                "\"math\": \"first_time_for_user\", \"properties\": [{\"type\": \"hogql\","
                        + " \"key\": \"JSONHas(properties, 'a') and JSONLength(properties, 'a') = 0"
                        + " and properties.n is not null\"}]");
        questions.add("\"math\": \"hogql\", \"math_hogql\": \"sum(properties.n)\"");
        return questions.stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersAreTheSame(String question) {
        List<String> expected = DOCUMENTS.answer(whole(question));

        assertThat(expected).isNotEmpty();
        assertThat(inColumnsFrom(LocalDate.of(1, 1, 1)).answer(whole(question)))
                .isEqualTo(expected);
        assertThat(inColumnsFrom(LocalDate.parse("2020-01-02")).answer(whole(question)))
                .isEqualTo(expected);
    }

    @Test
    void readsNoDocumentWhereAllIsInColumns() {
        String statement =
                inColumnsFrom(LocalDate.of(1, 1, 1))
                        .statement(
                                whole(
                                        ", \"breakdown\": \"a\", \"properties\": [{\"key\":"
                                                + " \"JSONHas(properties, 'n')\", \"type\":"
                                                + " \"hogql\"}]"));

        assertThat(statement).contains("\"property_0\"").contains("\"property_4\"");
        assertThat(statement).doesNotContain("\"properties\"");
    }

    @Test
    void countsWhatColumnsHold() {
        List<String> answer =
                inColumnsFrom(LocalDate.parse("2020-01-03"))
                        .answer(whole(", \"breakdown\": \"a\", \"breakdown_type\": \"event\""));

        assertThat(answer)
                .contains(
                        "1|0|Chrome|{\"2020-01-01\":1,\"2020-01-02\":1,\"2020-01-03\":1}",
                        "1|0|true|{\"2020-01-01\":2,\"2020-01-02\":2,\"2020-01-03\":2}",
                        // Absent, null and the empty text.
                        "1|0|$$_posthog_breakdown_null_$$|"
                                + "{\"2020-01-01\":3,\"2020-01-02\":3,\"2020-01-03\":3}")
                .noneMatch(row -> row.contains("wrong"));
    }

    private static String whole(String question) {
        boolean ofSeries = question.startsWith("\"math\"");
        return "{\"events\": [{\"id\": \"e\"%s}], \"date_from\": \"2020-01-01\", \"date_to\": \"2020-01-03\", \"breakdown_limit\": 50%s}"
                .formatted(ofSeries ? ", " + question : "", ofSeries ? "" : question);
    }

    private static AskedEvents inColumnsFrom(LocalDate from) {
        List<PropertyColumn> columns = new ArrayList<>();
        for (String property : PROPERTIES) {
            columns.add(new PropertyColumn(columns.size(), ColumnProperty.parse(property), from));
        }
        return new AskedEvents(
                EventLayout.of(new PropertyColumns(columns), List.of()), events(from));
    }

    // From a day on values are in columns, and the documents say something wrong.
    private static List<WrittenEvent> events(LocalDate columnsFrom) {
        List<WrittenEvent> events = new ArrayList<>();
        for (String day : DAYS) {
            boolean hasColumns = !LocalDate.parse(day).isBefore(columnsFrom);
            for (int person = 0; person < VALUES.size(); person++) {
                events.add(event(day + " 12:00:00.000", person, hasColumns));
            }
        }
        return events;
    }

    private static WrittenEvent event(String time, int person, boolean hasColumns) {
        String value = VALUES.get(person);
        Map<String, String> document = new LinkedHashMap<>();
        Map<Integer, String> columns = new HashMap<>();
        for (int number = 0; number < PROPERTIES.size(); number++) {
            if (hasColumns) {
                document.put(inDocument(number), "\"wrong\"");
            }
            if (!value.isEmpty() && hasColumns) {
                columns.put(number, value);
            }
            if (!value.isEmpty() && !hasColumns) {
                document.put(inDocument(number), value);
            }
        }
        return new WrittenEvent(time, person, document, columns, "a.parquet");
    }

    private static String inDocument(int number) {
        String property = PROPERTIES.get(number);
        return property.startsWith("event:") ? property.substring("event:".length()) : property;
    }
}
