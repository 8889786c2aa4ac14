package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.TrendQuery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotComputedYetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'events': ['a', {'id': null, 'math': 'total'}, {'id': 'b', 'math': 'dau'}]",
                "'interval': 'hour', 'date_from': 'all'",
                "'breakdown': 'b', 'breakdown_limit': 3, 'breakdown_hide_other_aggregation': true",
                "'breakdown': 'b', 'breakdown_type': 'person', 'breakdown_normalize_url': true",
                "'display': 'ActionsAreaGraph'",
                "'compare_to': '-1y'",
                "'smoothing_intervals': 1, 'sampling_factor': 1",
                "'properties': [{'key': 'a', 'value': '-1d', 'operator': 'is_date_after'}]",
                "'properties': [{'key': 'a', 'value': '1.*', 'operator': 'semver_wildcard'}]",
                "'properties': {'type': 'OR', 'values': [{'key': 'a', 'value': [1], 'type':"
                        + " 'person'}]}",
                "'aggregation_group_type_index': 0",
            })
    void letsPassWhatIsComputed(String members) {
        TrendQuery query = Question.of("{'events': ['a'], " + members + "}").read();
        assertThat(new NotComputedYet().check(query)).isSameAs(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'actions': [{'id': 1}] | actions__0",
                "'events': ['a', {'id': 'b', 'math': 'weekly_active'}] | events__1__math",
                "'events': [{'math': 'unique_group', 'math_group_type_index': 0}] |"
                        + " events__0__math",
                "'events': [{'math': 'unique_session'}] | events__0__math",
                "'events': [{'math': 'first_time_for_user'}] | events__0__math",
                "'events': [{'math': 'first_matching_event_for_user'}] | events__0__math",
                "'events': [{'math': 'sum', 'math_property': 'x'}] | events__0__math",
                "'events': [{'math': 'p90_count_per_actor'}] | events__0__math",
                "'events': [{'math': 'hogql', 'math_hogql': 'count()'}] | events__0__math",
                "'events': [{'math': 'dau', 'math_group_type_index': 1}] |"
                        + " events__0__math_group_type_index",
                "'breakdowns': [{'property': 'b'}] | breakdowns",
                "'breakdown': 1, 'breakdown_type': 'cohort' | breakdown_type",
                "'breakdown': 'b', 'breakdown_type': 'session' | breakdown_type",
                "'breakdown': 'b', 'breakdown_type': 'hogql' | breakdown_type",
                "'breakdown': 'b', 'breakdown_histogram_bin_count': 3 |"
                        + " breakdown_histogram_bin_count",
                "'breakdown': '$virt_initial_channel_type', 'breakdown_type': 'person' | breakdown",
                "'display': 'BoldNumber' | display",
                "'display': 'ActionsLineGraphCumulative' | display",
                "'compare': true | compare",
                "'compare': true, 'compare_to': '-1y' | compare",
                "'formula': 'A*2' | formula",
                "'smoothing_intervals': 2 | smoothing_intervals",
                "'sampling_factor': 0.5 | sampling_factor",
                "'properties': [{'key': 'a', 'value': 'v', 'type': 'session'}] |"
                        + " properties__0__type",
                "'properties': [{'key': 'id', 'value': 1, 'type': 'cohort'}] | properties__0__type",
                "'properties': [{'key': 'true', 'type': 'hogql'}] | properties__0__type",
                "'properties': [{'key': 'text', 'value': 'v', 'type': 'element'}] |"
                        + " properties__0__type",
                "'properties': [{'key': '$exception_types', 'value': 'v'}] | properties__0__key",
                "'properties': [{'key': '/a', 'value': '/a', 'operator': 'is_cleaned_path_exact'}]"
                        + " | properties__0__operator",
                "'events': [{'properties': [{'key': 'a', 'value': 'v', 'type': 'session'}]}] |"
                        + " events__0__properties__0__type",
            })
    void namesWhatIsNotComputed(String members, String attribute) {
        TrendQuery query = Question.of("{'events': ['a'], " + members + "}").read();
        InvalidRequest refusal =
                catchThrowableOfType(InvalidRequest.class, () -> new NotComputedYet().check(query));
        assertThat(refusal)
                .hasMessageContaining("not computed by this version of Trendlake yet; ")
                .extracting("attribute")
                .isEqualTo(attribute);
    }
}
