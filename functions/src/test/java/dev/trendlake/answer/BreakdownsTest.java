package dev.trendlake.answer;

import static dev.trendlake.answer.Answers.all;
import static dev.trendlake.answer.Answers.entries;
import static dev.trendlake.answer.Answers.row;
import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.BreakdownValue;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Questions;
import org.junit.jupiter.api.Test;

/** Labels, values and order of entries (spec: trends, 5.3 to 5.6). */
class BreakdownsTest {
    private static final String NONE = BreakdownValue.NONE;
    private static final String OTHER = BreakdownValue.OTHER;
    private static final Cohort ONE = cohort(1);
    private static final Cohort TWO = cohort(2);
    private static final Cohort TEN = cohort(10);

    // query-runner/breakdowns-list-of-three-group-properties-null-values-go-last
    @Test
    void putsListsWithoutAValueLast() {
        JsonNode entries =
                entries(
                        question().bySeveral("industry", "name", "size").query(),
                        several(1, "technology", "Hedgebox", NONE, 2),
                        several(1, NONE, NONE, NONE, 1),
                        several(1, "finance", "Hedgeflix", NONE, 6),
                        several(1, "finance", "Hedgebank", "50-249", 1));

        assertThat(all("label", entries))
                .containsExactly(
                        "finance::Hedgebank::50-249",
                        "finance::Hedgeflix::" + NONE,
                        "technology::Hedgebox::" + NONE,
                        NONE + "::" + NONE + "::" + NONE);
        assertThat(all("breakdown_value", entries))
                .startsWith("[\"finance\",\"Hedgebank\",\"50-249\"]");
    }

    // query-runner/breakdowns-list-histogram-bins-with-null-and-other
    @Test
    void ordersEqualBinsAsTextsAndOthersLast() {
        JsonNode entries =
                entries(
                        question().bySeveral("$bin").query(),
                        row("1", "0", "[\"" + OTHER + "\"]", "{\"2020-01-01\":30}"),
                        row("1", "0", "[\"[28.8,53.6]\"]", "{\"2020-01-01\":1}"),
                        row("1", "0", "[\"[103.2,128.01]\"]", "{\"2020-01-01\":1}"),
                        row("1", "0", "[\"[4,28.8]\"]", "{\"2020-01-01\":9}"));

        assertThat(all("label", entries))
                .containsExactly("[4,28.8]", "[103.2,128.01]", "[28.8,53.6]", OTHER);
    }

    @Test
    void showsTruthAsWordsWhereAPropertyIsDeclaredSo() {
        JsonNode declared =
                entries(
                        question().by(new Property.OfEvent("paid")).query(),
                        row("1", "0", "0", "{\"2020-01-01\":3}"),
                        row("1", "0", "1", "{\"2020-01-01\":7}"));
        JsonNode list =
                entries(
                        question().bySeveral("paid", "price").query(),
                        row("1", "0", "[\"1\",\"1\"]", "{\"2020-01-01\":7}"));
        JsonNode other =
                entries(
                        question().by(new Property.OfEvent("price")).query(),
                        row("1", "0", "1", "{\"2020-01-01\":7}"));

        assertThat(all("label", declared)).containsExactly("true", "false");
        assertThat(all("breakdown_value", declared)).containsExactly("true", "false");
        assertThat(all("label", list)).containsExactly("true::1");
        assertThat(all("label", other)).containsExactly("1");
    }

    @Test
    void namesASingleCohortWithoutItsSeries() {
        JsonNode entries =
                entries(
                        question().byCohorts(ONE).query(),
                        row("1", "0", "1", "{\"2020-01-01\":6}"));

        assertThat(all("label", entries)).containsExactly("cohort1");
        assertThat(all("breakdown_value", entries)).containsExactly("1");
    }

    // trends-c/cohort-breakdown-two-cohorts-by-size
    @Test
    void ordersCohortsBySizeThenById() {
        JsonNode entries =
                entries(
                        question().byCohorts(ONE, TEN, TWO).query(),
                        row("1", "0", "1", "{\"2020-01-01\":1}"),
                        row("1", "0", "10", "{\"2020-01-01\":2}"),
                        row("1", "0", "2", "{\"2020-01-01\":2}"));

        assertThat(all("label", entries)).containsExactly("cohort2", "cohort10", "cohort1");
    }

    // trends-a/total-value-cohort-breakdown-with-all
    @Test
    void keepsTheOrderOfCohortsAsSoonAsEverybodyIsAmongThem() {
        JsonNode entries =
                entries(
                        question()
                                .total("sign up")
                                .byCohorts(TWO, ONE, Cohort.allUsers())
                                .display(Display.PIE)
                                .query(),
                        row("1", "0", "0", "{\"total\":5}"),
                        row("1", "0", "1", "{\"total\":4}"),
                        row("1", "0", "2", "{\"total\":1}"));

        assertThat(all("label", entries))
                .containsExactly("sign up - cohort2", "sign up - cohort1", "sign up - all users");
        assertThat(all("breakdown_value", entries)).containsExactly("2", "1", "all");
    }

    @Test
    void putsTheSeriesOfACohortTogether() {
        JsonNode entries =
                entries(
                        question().total("a").total("b").byCohorts(Cohort.allUsers(), ONE).query(),
                        row("2", "0", "1", "{\"2020-01-01\":9}"),
                        row("1", "0", "1", "{\"2020-01-01\":1}"),
                        row("2", "0", "0", "{\"2020-01-01\":9}"),
                        row("1", "0", "0", "{\"2020-01-01\":1}"));

        assertThat(all("label", entries))
                .containsExactly("a - all users", "b - all users", "a - cohort1", "b - cohort1");
    }

    @Test
    void hasNoEntryForAnActionThatIsGone() {
        Questions question =
                question()
                        .count(
                                new Entity.MissingAction(5),
                                new Aggregation.Total(),
                                PropertyFilter.everything())
                        .total("a");

        JsonNode entries = entries(question.query());

        assertThat(all("label", entries)).containsExactly("a");
        assertThat(all("order", entries)).containsExactly("1");
    }

    // query-runner/compare-days-and-labels-of-both-periods
    @Test
    void givesThePeriodBeforeItsOwnDays() {
        JsonNode entries =
                entries(
                        question()
                                .between("2020-01-15", "2020-01-16")
                                .comparedWith("2020-01-10", "2020-01-11")
                                .query(),
                        row("1", "1", "{\"2020-01-10\":4,\"2020-01-15\":9}"),
                        row("1", "0", "{\"2020-01-15\":1}"));

        assertThat(all("compare", entries)).containsExactly("true", "true");
        assertThat(all("compare_label", entries)).containsExactly("current", "previous");
        assertThat(all("data", entries)).containsExactly("[1,0]", "[4,0]");
        assertThat(all("days", entries))
                .containsExactly(
                        "[\"2020-01-15\",\"2020-01-16\"]", "[\"2020-01-10\",\"2020-01-11\"]");
        assertThat(all("labels", entries))
                .containsExactly(
                        "[\"15-Jan-2020\",\"16-Jan-2020\"]", "[\"10-Jan-2020\",\"11-Jan-2020\"]");
        assertThat(entries.at("/1/action/days/0").textValue()).isEqualTo("2020-01-15T00:00:00Z");
        assertThat(entries.at("/1/filter/date_from").textValue()).isEqualTo("2020-01-15T00:00:00Z");
    }

    @Test
    void putsAllCurrentEntriesBeforeAllOfThePeriodBefore() {
        JsonNode entries =
                entries(
                        question()
                                .total("a")
                                .total("b")
                                .comparedWith("2019-12-28", "2019-12-31")
                                .query());

        assertThat(all("label", entries)).containsExactly("a", "b", "a", "b");
        assertThat(all("compare_label", entries))
                .containsExactly("current", "current", "previous", "previous");
    }

    private static Row several(int series, String first, String second, String third, int amount) {
        return row(
                Integer.toString(series),
                "0",
                "[\"%s\",\"%s\",\"%s\"]".formatted(first, second, third),
                "{\"2020-01-01\":%d}".formatted(amount));
    }

    private static Cohort cohort(long id) {
        return new Cohort(id, "cohort" + id, new CohortMembers.Nobody());
    }
}
