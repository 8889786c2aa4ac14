package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.engine.Row;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes answers of rows for tests. */
final class Answers {
    private Answers() {}

    static JsonNode entries(TrendQuery query, Row... rows) {
        return new TrendAnswer(query, Questions.project(), Instant.EPOCH, false, "")
                .entries(List.of(rows));
    }

    static Row row(String... values) {
        return new Row(List.of(values));
    }

    /** A member of each entry as JSON text; that of texts without their quotes. */
    static List<String> all(String member, JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path(member))
                .map(value -> value.isTextual() ? value.textValue() : value.toString())
                .toList();
    }
}
