package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Address;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.BreakdownLimit;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.Dimension;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec: trends, 1.1 and 5. */
class BreakdownReaderTest {

    private static Breakdown single(Property property) {
        return new Breakdown.Single(new Dimension(property, false, 0, new Address("breakdown")));
    }

    private static Breakdown by(String breakdown, String type) {
        return Question.with("breakdown", breakdown)
                .and("breakdown_type", type)
                .and("breakdown_group_type_index", "2")
                .read()
                .breakdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'null'"})
    void breaksNothingDownWithoutABreakdown(String breakdown) {
        assertThat(by(breakdown, "'event'")).isEqualTo(new Breakdown.None());
    }

    @Test
    void readsTypes() {
        assertThat(by("'b'", "null")).isEqualTo(single(new Property.OfEvent("b")));
        assertThat(by("'b'", "'events'")).isEqualTo(single(new Property.OfEvent("b")));
        assertThat(by("'b'", "'person'")).isEqualTo(single(new Property.OfPerson("b")));
        assertThat(by("'b'", "'group'")).isEqualTo(single(new Property.OfGroup(2, "b")));
        assertThat(by("'b'", "'session'")).isEqualTo(single(new Property.OfSession("b")));
        assertThat(by("'b'", "'hogql'")).isEqualTo(single(new Property.HogQl(HogQlText.of("b"))));
        assertThat(by("'b'", "'event_metadata'"))
                .isEqualTo(single(new Property.EventMetadata("b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"'123' | 123", "123 | 123", "'1.50' | 1.50", "'true' | true", "['b'] | b"})
    void readsKeysThatLookLikeJson(String breakdown, String key) {
        assertThat(by(breakdown, "'event'")).isEqualTo(single(new Property.OfEvent(key)));
    }

    @Test
    void readsWhatIsMadeOfValues() {
        Breakdown breakdown =
                Question.with("breakdown", "'b'")
                        .and("breakdown_normalize_url", "'true'")
                        .and("breakdown_histogram_bin_count", "'10'")
                        .read()
                        .breakdown();
        assertThat(breakdown)
                .isEqualTo(
                        new Breakdown.Single(
                                new Dimension(
                                        new Property.OfEvent("b"),
                                        true,
                                        10,
                                        new Address("breakdown"))));
    }

    private static Cohort cohort(long id) {
        return id == 0 ? Cohort.allUsers() : new Cohort(id, "", new CohortMembers.Nobody());
    }

    @Test
    void readsCohorts() {
        Address address = new Address("breakdown");
        assertThat(by("3", "'cohort'"))
                .isEqualTo(new Breakdown.Cohorts(List.of(cohort(3L)), address));
        assertThat(by("'3'", "'cohort'"))
                .isEqualTo(new Breakdown.Cohorts(List.of(cohort(3L)), address));
        assertThat(by("'all'", "'cohort'"))
                .isEqualTo(new Breakdown.Cohorts(List.of(cohort(0L)), address));
        assertThat(by("['all', 1, '2']", "'cohort'"))
                .isEqualTo(
                        new Breakdown.Cohorts(
                                List.of(cohort(0L), cohort(1L), cohort(2L)), address));
        assertThat(by("'[1, 2]'", "'cohort'"))
                .isEqualTo(new Breakdown.Cohorts(List.of(cohort(1L), cohort(2L)), address));
    }

    @Test
    void keepsTheFirstThreeOfAListThatNameAProperty() {
        String items =
                """
                [{'property': 'a'}, {'type': 'person'},
                 {'property': 'b', 'type': 'group', 'group_type_index': 1},
                 {'property': 'c', 'type': 'person', 'normalize_url': true,
                  'histogram_bin_count': 4},
                 {'property': 'd'}]
                """;
        assertThat(Question.with("breakdowns", items).and("breakdown", "'x'").read().breakdown())
                .isEqualTo(
                        new Breakdown.Several(
                                List.of(
                                        dimension(new Property.OfEvent("a"), false, 0, 0),
                                        dimension(new Property.OfGroup(1, "b"), false, 0, 2),
                                        dimension(new Property.OfPerson("c"), true, 4, 3))));
    }

    private static Dimension dimension(Property property, boolean url, int bins, int index) {
        return new Dimension(property, url, bins, new Address("breakdowns").element(index));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | null | 25",
                "'abc' | null | 25",
                "0 | null | 25",
                "'3' | null | 3",
                "1000 | null | 1000",
                "3 | 'WorldMap' | 250",
                "null | 'WorldMap' | 250",
            })
    void limitsTheValues(String limit, String display, int expected) {
        Question question = Question.with("breakdown_limit", limit).and("display", display);
        assertThat(question.read().limit()).isEqualTo(new BreakdownLimit(expected, false));
    }

    @Test
    void hidesOtherValuesWhenAsked() {
        assertThat(Question.with("breakdown_hide_other_aggregation", "'true'").read().limit())
                .isEqualTo(new BreakdownLimit(25, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'breakdown': 'b', 'breakdown_type': 'data_warehouse' | breakdown_type",
                "'breakdown': 'b', 'breakdown_type': 'group' | breakdown_group_type_index",
                "'breakdown': 'b', 'breakdown_type': 'group', 'breakdown_group_type_index': 9 |"
                        + " breakdown_group_type_index",
                "'breakdown': ['a', 'b'] | breakdown",
                "'breakdown': {'a': 1} | breakdown",
                "'breakdown': ['x'], 'breakdown_type': 'cohort' | breakdown__0",
                "'breakdown': 'x', 'breakdown_type': 'cohort' | breakdown",
                "'breakdown': 'b', 'breakdown_histogram_bin_count': -1 |"
                        + " breakdown_histogram_bin_count",
                "'breakdown': 'b', 'breakdown_normalize_url': 'perhaps' | breakdown_normalize_url",
                "'breakdown_limit': -1 | breakdown_limit",
                "'breakdown_limit': 99999999999 | breakdown_limit",
                "'breakdown_limit': 2.5 | breakdown_limit",
                "'breakdowns': 'x' | breakdowns",
                "'breakdowns': {'property': 'x'} | breakdowns",
                "'breakdowns': ['x'] | breakdowns__0",
                "'breakdowns': [{'property': 'x', 'type': 'cohort'}] | breakdowns__0__type",
                "'breakdowns': [{'property': 'x', 'type': 'group'}] |"
                        + " breakdowns__0__group_type_index",
            })
    void namesTheFieldThatIsWrong(String members, String attribute) {
        assertThat(Question.of("{'events': ['a'], " + members + "}").refusal().attribute())
                .isEqualTo(attribute);
    }

    @Test
    void refusesOtherListsInPostHogsWords() {
        assertThat(Question.with("breakdowns", "['x']").refusal())
                .hasMessage("breakdowns must be a list of items, each with property and type");
    }
}
