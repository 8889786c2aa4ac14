package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Address;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Formula;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TrendQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of the request itself, and what is repeated of them: spec: trends, 1.1 and 9.1. */
class TrendFilterReaderTest {

    @Test
    void asksForADayEachWithoutAnythingElse() {
        TrendQuery query = Question.of("{'events': [{'id': '$pageview'}]}").read();
        assertThat(query.range().interval()).isEqualTo(Interval.DAY);
        assertThat(query.display()).isEqualTo(Display.LINE_GRAPH);
        assertThat(query.comparison()).isEqualTo(new Comparison.None());
        assertThat(query.formulas()).isEmpty();
        assertThat(query.smoothing()).isEqualTo(1);
        assertThat(query.samplingFactor()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"hour, HOUR", "minute, HOUR", "Day, DAY", "WEEK, WEEK", "month, MONTH", "'', DAY"})
    void readsIntervals(String word, Interval interval) {
        assertThat(Question.with("interval", "'" + word + "'").read().range().interval())
                .isEqualTo(interval);
    }

    @ParameterizedTest
    @EnumSource(Display.class)
    void readsDisplays(Display display) {
        assertThat(Question.with("display", "'" + display.wireName() + "'").read().display())
                .isEqualTo(display);
    }

    @Test
    void showsUnknownDisplaysAsLines() {
        assertThat(Question.with("display", "'FunnelViz'").read().display())
                .isEqualTo(Display.LINE_GRAPH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "'false'", "null", "''", "'0'", "0"})
    void comparesNothingWhenFalse(String truth) {
        assertThat(Question.with("compare", truth).and("compare_to", "'-1y'").read().comparison())
                .isEqualTo(new Comparison.None());
    }

    @Test
    void dropsWhatFormulasCanNotHold() {
        assertThat(
                        Question.of("{'events': ['a', 'b'], 'formula': '(A +, b)%*2.5'}")
                                .read()
                                .formulas())
                .containsExactly(new Formula("(A + b)*2.5", "", new Address("formula")));
    }

    @Test
    void letsTheBodyWinOverTheQueryString() {
        Question question = Question.of("{'interval': 'week'}").inQueryString("interval", "hour");
        assertThat(question.inQueryString("events", "[{'id': 'a'}]").read().range().interval())
                .isEqualTo(Interval.WEEK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "interval | 'fortnight' | 'fortnight' is not an interval; use one of: hour, day,"
                        + " week, month",
                "interval | 'quarter' | 'quarter' is not an interval; use one of: hour, day, week,"
                        + " month",
                "smoothing_intervals | 0 | Smoothing intervals must be a positive integer!",
                "smoothing_intervals | 'x' | Smoothing intervals must be a positive integer!",
                "smoothing_intervals | 1.5 | Smoothing intervals must be a positive integer!",
                "sampling_factor | 0 | Sampling factor must be greater than 0 and smaller or equal"
                        + " to 1",
                "sampling_factor | '1.1' | Sampling factor must be greater than 0 and smaller or"
                        + " equal to 1",
                "sampling_factor | 'NaN' | Sampling factor must be greater than 0 and smaller or"
                        + " equal to 1",
                "formula | 'A^2' | Operator BitXor not supported; a power is written **",
                "formula | 'A/B' | Constant B not supported; the series are called A",
                "formula | 'A+log' | Constant log not supported; the series are called A",
                "formula | '%' | must be arithmetic over the series, such as A/B",
                "insight | 'FUNNELS' | 'FUNNELS' is not computed; use TRENDS",
                "shown_as | 'Stickiness' | 'Stickiness' is not computed; use Volume or leave it"
                        + " out",
                "compare | 'maybe' | 'maybe' is neither true nor false",
                "explicit_date | 'maybe' | 'maybe' is neither true nor false",
                "aggregation_group_type_index | 5 | 5 is not the number of a group type; use 0 to"
                        + " 4",
                "data_warehouse | [{'id': 'x'}] | tables of a data warehouse are not computed; use"
                        + " events",
                "interval | ['day'] | must be a text",
            })
    void namesTheFieldThatIsWrong(String field, String value, String detail) {
        assertThat(Question.with(field, value).refusal())
                .hasMessage(detail)
                .extracting("attribute")
                .isEqualTo(field);
    }

    @Test
    void refusesShiftsThatAreNoRelativeDates() {
        Question question = Question.with("compare", "true");
        for (String shift : List.of("'2020-01-01'", "'-'", "'-99999999999d'", "5")) {
            assertThat(question.and("compare_to", shift).refusal().attribute())
                    .isEqualTo("compare_to");
        }
    }

    @Test
    void ignoresFieldsThatNobodyKnows() {
        Question plain = Question.of("{'events': [{'id': '$pageview'}]}");
        for (String field :
                List.of("client_query_id", "refresh", "token", "format", "entity_type", "xyz")) {
            assertThat(Question.with(field, "'x'").read()).isEqualTo(plain.read());
        }
    }

    /** Every field of spec: trends, 1.1, and a value that must change the question. */
    static Stream<String> fields() {
        return Stream.of(
                "'actions': [{'id': 1}]",
                "'properties': [{'key': 'a', 'value': 'v'}]",
                "'filter_test_accounts': true",
                "'date_from': '-3d'",
                "'date_to': '-1d'",
                "'explicit_date': true",
                "'interval': 'week'",
                "'breakdown': 'b'",
                "'breakdown': 'b', 'breakdown_type': 'person'",
                "'breakdowns': [{'property': 'b'}]",
                "'breakdown': 'b', 'breakdown_type': 'group', 'breakdown_group_type_index': 1",
                "'breakdown': 'b', 'breakdown_normalize_url': true",
                "'breakdown': 'b', 'breakdown_histogram_bin_count': 3",
                "'breakdown_limit': 3",
                "'breakdown_hide_other_aggregation': true",
                "'compare': true",
                "'compare': true, 'compare_to': '-1w'",
                "'display': 'ActionsPie'",
                "'formula': 'A*2'",
                "'smoothing_intervals': 3",
                "'sampling_factor': 0.1",
                "'aggregation_group_type_index': 0",
                "'show_legend': true",
                "'aggregation_axis_format': 'duration'",
                "'decimal_places': 2",
                // The members of an entry: 1.2.
                "'events': [{'id': 'other'}]",
                "'events': [{'id': '$pageview', 'custom_name': 'mine'}]",
                "'events': [{'id': '$pageview', 'math': 'dau'}]",
                "'events': [{'id': '$pageview', 'math': 'dau', 'math_group_type_index': 1}]",
                "'events': [{'id': '$pageview', 'math': 'sum', 'math_property': 'p'}]",
                "'events': [{'id': '$pageview', 'math': 'sum', 'math_property': 'p',"
                        + " 'math_property_type': 'person_properties'}]",
                "'events': [{'id': '$pageview', 'math': 'hogql', 'math_hogql': 'count()'}]",
                "'events': [{'id': '$pageview', 'properties': [{'key': 'a', 'value': 'v'}]}]",
                "'events': [{'id': '$pageview', 'order': 1}, {'id': 'b'}]",
                "'actions': [{'id': 1, 'name': 'sign up'}]");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void readsEveryField(String members) {
        // Of a name that comes twice, JSON takes the last.
        Question asked =
                Question.of("{'events': [{'id': '$pageview'}], " + members + "}")
                        .testAccounts("[{'key': 't', 'value': 'v'}]");
        Question plain = Question.of("{'events': [{'id': '$pageview'}]}");
        assertThat(asked.read()).isNotEqualTo(plain.read());
    }

    @Test
    void repeatsWhatWasAsked() {
        Question question =
                Question.of(
                        """
                        {'events': ['a', 'b'], 'properties': [{'key': 'k', 'value': [1, null]}],
                         'interval': 'Week', 'display': 'ActionsBar', 'formula': 'A,/B',
                         'smoothing_intervals': '3', 'sampling_factor': 0.5, 'show_legend': true,
                         'decimal_places': 2, 'breakdown': '[\\"b\\"]', 'breakdown_type': 'events',
                         'breakdown_limit': '5', 'breakdown_normalize_url': 'false',
                         'date_from': '-3d', 'filter_test_accounts': true}
                        """);
        assertThat(question.read().echo().entrySet())
                .containsExactly(
                        Map.entry("insight", "TRENDS"),
                        Map.entry("properties", groupOfGroup()),
                        Map.entry("filter_test_accounts", false),
                        Map.entry("entity_type", "events"),
                        Map.entry("sampling_factor", new BigDecimal("0.5")),
                        Map.entry("interval", "week"),
                        Map.entry("display", "ActionsBar"),
                        Map.entry("formula", "A/B"),
                        Map.entry("smoothingIntervals", 3),
                        Map.entry("showLegend", true),
                        Map.entry("aggregationAxisFormat", "numeric"),
                        Map.entry("decimalPlaces", 2),
                        Map.entry("breakdown", List.of("b")),
                        Map.entry("breakdown_type", "event"),
                        Map.entry("breakdown_limit", new BigDecimal("5")),
                        Map.entry("breakdown_normalize_url", false));
    }

    private static Map<String, Object> groupOfGroup() {
        Map<String, Object> property = Map.of("key", "k", "value", List.of(1), "type", "event");
        return Map.of(
                "type",
                "AND",
                "values",
                List.of(Map.of("type", "AND", "values", List.of(property))));
    }
}
