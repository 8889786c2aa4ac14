package dev.trendlake.answer;

import static dev.trendlake.answer.Answers.all;
import static dev.trendlake.answer.Answers.entries;
import static dev.trendlake.answer.Answers.row;
import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Entries of formulas (spec: trends, 8). */
class FormulasTest {
    private static final Property LOCATION = new Property.OfEvent("location");

    // query-runner/formulas-list-of-two
    @Test
    void givesEachFormulaItsEntry() {
        Questions question = twoSeries().formulas("A+2*B", "A-B");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", "{\"2020-01-01\":1,\"2020-01-03\":1}"),
                        row("2", "0", "{\"2020-01-03\":1}"));

        assertThat(all("label", entries)).containsExactly("Formula (A+2*B)", "Formula (A-B)");
        assertThat(all("data", entries)).containsExactly("[1.0,0.0,3.0,0.0]", "[1.0,0.0,0.0,0.0]");
        assertThat(all("count", entries)).containsExactly("4.0", "1.0");
        assertThat(all("order", entries)).containsExactly("0", "1");
        assertThat(all("action", entries)).containsExactly("null", "null");
        assertThat(entries.get(0).get("labels")).hasSize(4);
    }

    @Test
    void combinesTotals() {
        Questions question = twoSeries().formulas("A/B").display(Display.BOLD_NUMBER);

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", "{\"total\":1}"),
                        row("2", "0", "{\"total\":3}"));

        assertThat(all("aggregated_value", entries)).containsExactly(Double.toString(1 / 3.0));
        assertThat(all("data", entries)).containsExactly("null");
        assertThat(all("count", entries)).containsExactly("0");
    }

    @Test
    void combinesWhatIsShownOfTheSeries() {
        Questions question = twoSeries().formulas("A").display(Display.LINE_GRAPH_CUMULATIVE);

        JsonNode entries =
                entries(question.query(), row("1", "0", "{\"2020-01-01\":1,\"2020-01-03\":1}"));

        assertThat(all("data", entries)).containsExactly("[1.0,1.0,2.0,2.0]");
        assertThat(all("count", entries)).containsExactly("6.0");
    }

    @Test
    void hasNoNumberWhereArithmeticHasNone() {
        Questions question = question().formulas("(-A)**0.5", "A**1000");

        JsonNode entries = entries(question.query(), row("1", "0", "{\"2020-01-01\":10}"));

        assertThat(all("data", entries))
                .containsExactly("[null,0.0,0.0,0.0]", "[null,0.0,0.0,0.0]");
        assertThat(all("count", entries)).containsExactly("0.0", "0.0");
    }

    // trends-c/formula-breakdown-values-differ-between-series
    @Test
    void unitesTheValuesOfAllSeriesByWhatTheyComeTo() {
        Questions question = twoSeries().by(LOCATION).formulas("A + B");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", BreakdownValue.NONE, "{\"2020-01-03\":900}"),
                        row("1", "0", "Paris", "{\"2020-01-02\":500}"),
                        row("1", "0", "London", "{\"2020-01-03\":1400}"),
                        row("2", "0", "London", "{\"2020-01-02\":400}"),
                        row("2", "0", "Belo Horizonte", "{\"2020-01-03\":500}"));

        assertThat(all("breakdown_value", entries))
                .containsExactly("London", "Paris", "Belo Horizonte", BreakdownValue.NONE);
        assertThat(all("data", entries))
                .startsWith("[0.0,400.0,1400.0,0.0]", "[0.0,500.0,0.0,0.0]");
    }

    // trends-c/formula-breakdown-one-series-without-events
    @Test
    void ordersEqualEntriesByTheirValueBackwards() {
        Questions question = twoSeries().by(LOCATION).formulas("B / A");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", "London", "{\"2020-01-02\":4}"),
                        row("1", "0", "Paris", "{\"2020-01-02\":2}"));

        assertThat(all("breakdown_value", entries)).containsExactly("Paris", "London");
        assertThat(all("count", entries)).containsExactly("0.0", "0.0");
    }

    // query-runner/formula-ratio-of-two-series-with-breakdowns-list-zero-over-zero-is-zero
    @Test
    void ordersEntriesOfTheSameSumByWhatComesFirst() {
        Questions question = twoSeries().bySeveral("$browser").formulas("A/B*100");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", "[\"Safari\"]", "{\"2020-01-03\":1}"),
                        row("2", "0", "[\"Safari\"]", "{\"2020-01-03\":1}"),
                        row("1", "0", "[\"Edge\"]", "{\"2020-01-02\":1}"),
                        row("2", "0", "[\"Edge\"]", "{\"2020-01-02\":1}"));

        assertThat(all("breakdown_value", entries)).containsExactly("[\"Edge\"]", "[\"Safari\"]");
    }

    // query-runner/two-formulas-with-compare-to-one-week-earlier
    @Test
    void comparesFormulaByFormula() {
        Questions question =
                twoSeries().formulas("A+B", "A-B").comparedWith("2019-12-28", "2019-12-31");

        JsonNode entries = entries(question.query(), row("2", "1", "{\"2019-12-28\":2}"));

        assertThat(all("label", entries))
                .containsExactly(
                        "Formula (A+B)", "Formula (A+B)", "Formula (A-B)", "Formula (A-B)");
        assertThat(all("compare_label", entries))
                .containsExactly("current", "previous", "current", "previous");
        assertThat(entries.at("/3/data/0").doubleValue()).isEqualTo(-2);
        assertThat(entries.at("/3/days/0").textValue()).isEqualTo("2019-12-28");
    }

    @Test
    void ordersComparedValuesByCountThenNaturally() {
        Questions question =
                question()
                        .total("a")
                        .by(LOCATION)
                        .formulas("A")
                        .comparedWith("2019-12-28", "2019-12-31");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "1", "only before", "{\"2019-12-28\":9}"),
                        row("1", "0", "item 10", "{\"2020-01-01\":1}"),
                        row("1", "0", "Item 9", "{\"2020-01-01\":1}"),
                        row("1", "0", "zzz", "{\"2020-01-01\":2}"));

        assertThat(all("breakdown_value", entries))
                .containsExactly("zzz", "Item 9", "item 10", "only before");
    }

    // query-runner/formula-with-event-breakdown-and-compare-as-bold-number
    @Test
    void ordersComparedTotalsNaturallyAlone() {
        Questions question =
                question()
                        .total("a")
                        .by(LOCATION)
                        .formulas("A")
                        .display(Display.BOLD_NUMBER)
                        .comparedWith("2019-12-28", "2019-12-31");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", "Safari", "{\"total\":9}"),
                        row("1", "0", "Chrome", "{\"total\":3}"));

        assertThat(all("breakdown_value", entries)).containsExactly("Chrome", "Safari");
    }

    // trends-c/formula-cohort-breakdown-with-all
    @Test
    void keepsTheOrderOfCohortsAsSoonAsEverybodyIsAmongThem() {
        Cohort five = new Cohort(5, "five", new CohortMembers.Nobody());
        Questions question = twoSeries().byCohorts(five, Cohort.allUsers()).formulas("A + B");

        JsonNode entries =
                entries(
                        question.query(),
                        row("1", "0", "0", "{\"2020-01-01\":9}"),
                        row("2", "0", "0", "{\"2020-01-01\":1}"),
                        row("2", "0", "5", "{\"2020-01-01\":1}"));

        assertThat(all("breakdown_value", entries)).containsExactly("5", "all");
        assertThat(all("count", entries)).containsExactly("1.0", "10.0");
        assertThat(all("label", entries)).containsOnly("Formula (A + B)");
    }

    @Test
    void takesSeriesOfMissingActionsAsZeros() {
        Questions question =
                question()
                        .count(
                                new Entity.MissingAction(5),
                                new Aggregation.Total(),
                                PropertyFilter.everything())
                        .total("a")
                        .formulas("A+B");

        JsonNode entries = entries(question.query(), row("2", "0", "{\"2020-01-01\":3}"));

        assertThat(all("data", entries)).containsExactly("[3.0,0.0,0.0,0.0]");
    }

    @Test
    void hasNoEntryWhereNoSeriesHasOne() {
        assertThat(entries(twoSeries().by(LOCATION).formulas("A+1").query())).isEmpty();
    }

    private static Questions twoSeries() {
        return question().total("a").total("b");
    }
}
