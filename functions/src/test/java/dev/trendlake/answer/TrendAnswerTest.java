package dev.trendlake.answer;

import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.BreakdownValue;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TrendAnswerTest {
    private static final Instant COMPUTED = Instant.parse("2020-01-04T13:00:01.25Z");

    @Test
    void fillsBucketsWithoutEventsWithZero() {
        JsonNode entry = entries(question().query(), row("1", "0", "{\"2020-01-02\":3}")).get(0);

        assertThat(entry.get("data").toString()).isEqualTo("[0,3,0,0]");
        assertThat(entry.get("count").toString()).isEqualTo("3.0");
    }

    @Test
    void givesASeriesWithoutEventsAnEntryOfZeros() {
        TrendQuery query = question().total("a").total("b").query();

        JsonNode entries = entries(query, row("2", "0", "{\"2020-01-01\":1}"));

        assertThat(labels(entries)).containsExactly("a", "b");
        assertThat(entries.get(0).get("data").toString()).isEqualTo("[0,0,0,0]");
    }

    @Test
    void ordersValuesBySizeThenNameThenNoneThenOther() {
        TrendQuery query = question().by(new Property.OfEvent("$browser")).query();

        JsonNode entries =
                entries(
                        query,
                        row("1", "0", BreakdownValue.OTHER, "{\"2020-01-01\":90}"),
                        row("1", "0", BreakdownValue.NONE, "{\"2020-01-01\":50}"),
                        row("1", "0", "b", "{\"2020-01-01\":2}"),
                        row("1", "0", "a", "{\"2020-01-02\":2}"),
                        row("1", "0", "c", "{\"2020-01-02\":1,\"2020-01-03\":4}"));

        assertThat(labels(entries))
                .containsExactly("c", "a", "b", BreakdownValue.NONE, BreakdownValue.OTHER);
        assertThat(entries.get(0).get("breakdown_value").textValue()).isEqualTo("c");
    }

    @Test
    void labelsValuesWithTheirSeriesWhereThereAreSeveral() {
        TrendQuery query =
                question().total("a").total("b").by(new Property.OfEvent("$browser")).query();

        JsonNode entries = entries(query, row("2", "0", "Chrome", "{\"2020-01-01\":1}"));

        assertThat(labels(entries)).containsExactly("b - Chrome");
    }

    @Test
    void hasNoEntriesForABreakdownWithoutEvents() {
        TrendQuery query = question().by(new Property.OfEvent("$browser")).query();

        assertThat(entries(query)).isEmpty();
    }

    @Test
    void repeatsTheSeriesAsAction() {
        JsonNode action = entries(question().total("sign up").query()).get(0).get("action");

        assertThat(action.get("id").textValue()).isEqualTo("sign up");
        assertThat(action.get("type").textValue()).isEqualTo("events");
        assertThat(action.get("days").get(0).textValue()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(action.get("custom_name").isNull()).isTrue();
        assertThat(action.get("properties").toString()).isEqualTo("{}");
    }

    @Test
    void repeatsTheRangeInTheFilter() {
        JsonNode filter = entries(question().in("Asia/Tokyo").query()).get(0).get("filter");

        assertThat(filter.get("insight").textValue()).isEqualTo("TRENDS");
        assertThat(filter.get("date_from").textValue()).isEqualTo("2020-01-01T00:00:00+09:00");
        assertThat(filter.get("date_to").textValue()).isEqualTo("2020-01-04T23:59:59.999999+09:00");
    }

    @Test
    void tellsWhenItWasComputed() {
        JsonNode answer = answer(question().query(), true);

        assertThat(answer.get("is_cached").booleanValue()).isTrue();
        assertThat(answer.get("last_refresh").textValue()).isEqualTo("2020-01-04T13:00:01Z");
        assertThat(answer.get("timezone").textValue()).isEqualTo("UTC");
        assertThat(answer.get("next").isNull()).isTrue();
    }

    private static JsonNode entries(TrendQuery query, Row... rows) {
        return answer(query, false, rows).get("result");
    }

    private static JsonNode answer(TrendQuery query, boolean isCached, Row... rows) {
        return new TrendAnswer(query, Questions.project(), COMPUTED, isCached, "https://host/trend")
                .of(List.of(rows));
    }

    private static Row row(String... values) {
        return new Row(List.of(values));
    }

    private static List<String> labels(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.get("label").textValue())
                .toList();
    }
}
