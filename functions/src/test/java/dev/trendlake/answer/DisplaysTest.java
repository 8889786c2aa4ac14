package dev.trendlake.answer;

import static dev.trendlake.answer.Answers.all;
import static dev.trendlake.answer.Answers.entries;
import static dev.trendlake.answer.Answers.row;
import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.plan.BreakdownValue;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown of the same amounts (spec: trends, 3.5 and 7). */
class DisplaysTest {
    @ParameterizedTest
    @EnumSource(
            names = {"BOLD_NUMBER", "PIE", "TABLE", "BAR_VALUE", "WORLD_MAP", "CALENDAR_HEATMAP"})
    void givesOneNumberForTheWholeRange(Display display) {
        JsonNode entry =
                entries(question().display(display).query(), row("1", "0", "{\"total\":7}")).get(0);

        assertThat(entry.get("aggregated_value").toString()).isEqualTo("7");
        assertThat(entry.get("data")).isEmpty();
        assertThat(entry.get("days")).isEmpty();
        assertThat(entry.get("count").toString()).isEqualTo("0");
        assertThat(entry.has("labels")).isFalse();
        assertThat(entry.at("/action/days")).hasSize(4);
    }

    @Test
    void givesZeroAsTheTotalOfNothing() {
        JsonNode entries = entries(question().display(Display.BOLD_NUMBER).query());

        assertThat(all("aggregated_value", entries)).containsExactly("0");
    }

    @Test
    void givesNoTotalOfABreakdownWithoutEvents() {
        Questions question = question().by(new Property.OfEvent("a")).display(Display.PIE);

        assertThat(entries(question.query())).isEmpty();
    }

    @Test
    void keepsTheTotalOfAnExpressionUndefined() {
        Questions question = hogQl().display(Display.BOLD_NUMBER);

        JsonNode entries = entries(question.query(), row("1", "0", "{\"total\":null}"));

        assertThat(all("aggregated_value", entries)).containsExactly("null");
    }

    @Test
    void takesWhatIsUndefinedInABucketAsZero() {
        JsonNode entries =
                entries(hogQl().query(), row("1", "0", "{\"2020-01-02\":null,\"2020-01-03\":2}"));

        assertThat(all("data", entries)).containsExactly("[0.0,0.0,2.0,0.0]");
    }

    // trends-c/bar-value-display-breakdown-null-last-and-no-days
    @Test
    void putsNoValueLastAmongTotals() {
        Questions question = question().by(new Property.OfEvent("a")).display(Display.BAR_VALUE);

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", BreakdownValue.NONE, "{\"total\":2}"),
                        row("1", "0", "value", "{\"total\":1}"),
                        row("1", "0", "other_value", "{\"total\":1}"));

        assertThat(all("breakdown_value", entries))
                .containsExactly("other_value", "value", BreakdownValue.NONE);
        assertThat(all("aggregated_value", entries)).containsExactly("1", "1", "2");
    }

    // query-runner/display-cumulative-line-graph
    @Test
    void addsUpFromBucketToBucket() {
        Questions question =
                question()
                        .between("2020-01-09", "2020-01-20")
                        .display(Display.LINE_GRAPH_CUMULATIVE);

        JsonNode entries =
                entries(
                        question.query(),
                        row(
                                "1",
                                "0",
                                """
                                {"2020-01-09":1,"2020-01-11":1,"2020-01-12":3,"2020-01-13":1,
                                "2020-01-15":2,"2020-01-17":1,"2020-01-19":1}\
                                """));

        assertThat(all("data", entries)).containsExactly("[1,1,2,5,6,6,8,8,9,9,10,10]");
        assertThat(all("count", entries)).containsExactly("10.0");
    }

    // query-runner/smoothing-over-seven-days-rounds-down
    @Test
    void averagesOverTheBucketsBeforeAndRoundsDown() {
        Questions question = question().between("2020-01-09", "2020-01-20").smoothed(7);

        JsonNode entries =
                entries(
                        question.query(),
                        row(
                                "1",
                                "0",
                                """
                                {"2020-01-09":1,"2020-01-11":1,"2020-01-12":3,"2020-01-13":1,
                                "2020-01-15":2,"2020-01-17":1,"2020-01-19":1}\
                                """));

        assertThat(all("data", entries)).containsExactly("[1,0,0,1,1,1,1,1,1,1,0,0]");
    }

    @Test
    void doesNotDriftWhenItAverages() {
        Questions question =
                averageOf(Statistic.AVERAGE).between("2020-01-01", "2020-01-06").smoothed(3);

        JsonNode entries =
                entries(
                        question.query(),
                        row(
                                "1",
                                "0",
                                """
                                {"2020-01-01":0.1,"2020-01-02":0.2,"2020-01-03":0.3,
                                "2020-01-04":1,"2020-01-05":1,"2020-01-06":1}\
                                """));

        assertThat(all("data", entries)).containsExactly("[0.0,0.0,0.0,0.0,0.0,1.0]");
    }

    @Test
    void scalesCountsOfASampleUpAndRoundsThem() {
        JsonNode entries =
                entries(
                        question().sampled(0.3).query(),
                        row("1", "0", "{\"2020-01-01\":1,\"2020-01-02\":2}"));

        assertThat(all("data", entries)).containsExactly("[3,7,0,0]");
        assertThat(all("count", entries)).containsExactly("10.0");
    }

    @Test
    void scalesSumsButNoAverages() {
        assertThat(sampledTotal(Statistic.SUM)).isEqualTo("15.0");
        assertThat(sampledTotal(Statistic.AVERAGE)).isEqualTo("1.5");
        assertThat(sampledTotal(Statistic.MEDIAN)).isEqualTo("1.5");
        assertThat(sampledTotal(Statistic.MAXIMUM)).isEqualTo("1.5");
    }

    private static String sampledTotal(Statistic statistic) {
        Questions question = averageOf(statistic).display(Display.BOLD_NUMBER).sampled(0.1);
        JsonNode entries = entries(question.query(), row("1", "0", "{\"total\":1.5}"));
        return all("aggregated_value", entries).getFirst();
    }

    private static Questions averageOf(Statistic statistic) {
        return question()
                .count(
                        new Entity.Event("a"),
                        new Aggregation.OfProperty(
                                statistic, new Property.OfEvent("price"), 1, false),
                        PropertyFilter.everything());
    }

    private static Questions hogQl() {
        return question()
                .count(
                        new Entity.Event("a"),
                        new Aggregation.HogQl(HogQlText.of("avg(1)")),
                        PropertyFilter.everything());
    }
}
