package dev.trendlake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TrendQuery;
import java.io.IOException;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** The form of the query endpoint: spec: trends, 9, and HTTP, 3. */
class QueryAnswerTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode answer(String entries, TrendQuery query) {
        String body =
                """
                {"result": %s, "timezone": "UTC", "is_cached": true, "timings": [], "next": null,
                 "last_refresh": "2012-01-15T05:01:34Z"}
                """
                        .formatted(entries);
        try {
            return QueryAnswer.of(JSON.readTree(body), query);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }

    private static TrendQuery days(String first, String last) {
        return Questions.question().between(first, last).query();
    }

    @Test
    void holdsTheSameEntriesUnderAnotherName() {
        JsonNode answer = answer("[{\"count\": 3}]", days("2012-01-01", "2012-01-10"));

        assertThat(answer.path("results").toString()).isEqualTo("[{\"count\":3}]");
        assertThat(answer.has("result")).isFalse();
        assertThat(answer.has("next")).isFalse();
        assertThat(answer.path("is_cached").asBoolean()).isTrue();
        assertThat(answer.path("timezone").asText()).isEqualTo("UTC");
        assertThat(answer.path("last_refresh").asText()).isEqualTo("2012-01-15T05:01:34Z");
        assertThat(answer.path("query_status").isNull()).isTrue();
        assertThat(answer.at("/resolved_date_range/date_from").asText())
                .isEqualTo("2012-01-01T00:00:00Z");
    }

    @Test
    void allowsAClientToAskAnewByIntervalAndLengthOfTheRange() {
        assertThat(allowed(days("2012-01-01", "2012-01-08"))).isEqualTo("2012-01-15T05:16:34Z");
        assertThat(allowed(days("2012-01-01", "2012-01-07"))).isEqualTo("2012-01-15T05:04:34Z");
        TrendQuery hours =
                Questions.question()
                        .per(Interval.HOUR, DayOfWeek.SUNDAY)
                        .between("2012-01-01", "2012-01-10")
                        .query();
        assertThat(allowed(hours)).isEqualTo("2012-01-15T05:04:34Z");
    }

    private static String allowed(TrendQuery query) {
        return answer("[]", query).path("next_allowed_client_refresh").asText();
    }

    @Test
    void tellsWhetherValuesHadToShareAnEntry() {
        TrendQuery query = days("2012-01-01", "2012-01-10");
        String other = "\"$$_posthog_breakdown_other_$$\"";

        assertThat(answer("[{\"breakdown_value\": \"a\"}]", query).path("hasMore").asBoolean())
                .isFalse();
        assertThat(
                        answer("[{\"breakdown_value\": " + other + "}]", query)
                                .path("hasMore")
                                .asBoolean())
                .isTrue();
        assertThat(
                        answer("[{\"breakdown_value\": [" + other + "]}]", query)
                                .path("hasMore")
                                .asBoolean())
                .isTrue();
    }
}
