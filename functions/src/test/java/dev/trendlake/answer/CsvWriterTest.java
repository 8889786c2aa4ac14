package dev.trendlake.answer;

import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.engine.Row;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostHog's CSV holds (spec: trends, 9.3), and what decision 21 adds. */
class CsvWriterTest {
    private static final String DAYS = "series,1-Jan-2020,2-Jan-2020,3-Jan-2020,4-Jan-2020\r\n";

    @Test
    void writesALineForEachSeriesWithWholeCounts() {
        TrendQuery query = question().total("a").total("b").query();

        assertThat(csv(query, row("1", "0", "{\"2020-01-03\":2,\"2020-01-04\":1}")))
                .isEqualTo(DAYS + "a,0,0,2,1\r\nb,0,0,0,0\r\n");
    }

    @Test
    void namesSeriesAsTheCallerDoes() {
        TrendQuery query = question().named("$pageview", "test custom").query();

        assertThat(csv(query)).isEqualTo(DAYS + "test custom,0,0,0,0\r\n");
    }

    @Test
    void writesFormulasUnderTheirOwnNameAndWithFractions() {
        TrendQuery query = question().named("a", "test custom").formulas("A*0.5").query();

        assertThat(csv(query, row("1", "0", "{\"2020-01-03\":2,\"2020-01-04\":1}")))
                .isEqualTo(DAYS + "Formula (A*0.5),0.0,0.0,1.0,0.5\r\n");
    }

    @Test
    void writesExponentsOfVeryLargeAndSmallNumbersOnly() {
        TrendQuery query = question().total("a").formulas("A*1e7", "A*1e16", "-A/1e5").query();

        assertThat(csv(query, row("1", "0", "{\"2020-01-01\":1}")).lines().skip(1))
                .containsExactly(
                        "Formula (A*1e7),10000000.0,0.0,0.0,0.0",
                        "Formula (A*1e16),1.0E16,0.0,0.0,0.0",
                        "Formula (-A/1e5),-1.0E-5,0.0,0.0,0.0");
    }

    @Test
    void quotesWhatWouldEndACell() {
        TrendQuery query = question().total("a,\"b\"\r\nc").query();

        assertThat(csv(query)).isEqualTo(DAYS + "\"a,\"\"b\"\"\r\nc\",0,0,0,0\r\n");
    }

    @Test
    void hasTheHeaderAloneWithoutEntries() {
        TrendQuery query = question().by(new Property.OfEvent("$browser")).query();

        assertThat(csv(query)).isEqualTo(DAYS);
    }

    @Test
    void hasAColumnForTotals() {
        TrendQuery query = question().total("a").display(Display.PIE).query();

        assertThat(csv(query, row("1", "0", "{\"total\":5}")))
                .isEqualTo("series,aggregated_value\r\na,5\r\n");
    }

    @Test
    void hasTheTotalsOfFormulas() {
        TrendQuery query =
                question().total("a").display(Display.BOLD_NUMBER).formulas("A/2").query();

        assertThat(csv(query, row("1", "0", "{\"total\":5}")))
                .isEqualTo("series,aggregated_value\r\nFormula (A/2),2.5\r\n");
    }

    @Test
    void leavesCellsOfUndefinedTotalsEmpty() {
        TrendQuery query =
                question()
                        .count(
                                new Entity.Event("a"),
                                new Aggregation.HogQl(HogQlText.of("avg(1)")),
                                PropertyFilter.everything())
                        .display(Display.BOLD_NUMBER)
                        .query();

        assertThat(csv(query, row("1", "0", "{\"total\":null}"))).endsWith("a,\r\n");
    }

    @Test
    void writesThePeriodBeforeUnderTheColumnsOfTheCurrentOne() {
        TrendQuery query = question().total("a").comparedWith("2019-12-28", "2019-12-31").query();

        assertThat(csv(query, row("1", "1", "{\"2019-12-28\":3}")))
                .isEqualTo(DAYS + "a,0,0,0,0\r\na,3,0,0,0\r\n");
    }

    private static String csv(TrendQuery query, Row... rows) {
        TrendAnswer answer = new TrendAnswer(query, Questions.project(), Instant.EPOCH, false, "");
        return new CsvWriter(query).write(answer.entries(List.of(rows)));
    }

    private static Row row(String... values) {
        return new Row(List.of(values));
    }
}
