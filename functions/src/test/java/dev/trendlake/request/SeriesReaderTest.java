package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.PropertyFilter.All;
import dev.trendlake.trend.PropertyFilter.Condition;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.SeriesNaming;
import dev.trendlake.trend.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of {@code events} and {@code actions}: spec: trends, 1.2 and 3. */
class SeriesReaderTest {

    private static List<Series> series(String body) {
        return Question.of(body).read().series();
    }

    private static Series event(String members) {
        return series("{'events': [{'id': '$pageview'" + members + "}]}").getFirst();
    }

    private static Aggregation aggregation(String members) {
        return event(", " + members).aggregation();
    }

    @Test
    void readsAnEventWithNothingButItsId() {
        assertThat(series("{'events': [{'id': '$pageview'}]}"))
                .containsExactly(
                        new Series(
                                new Entity.Event("$pageview"),
                                new Aggregation.Total(),
                                PropertyFilter.everything(),
                                new SeriesNaming("$pageview", "", "", "", "", ""),
                                new Address("events__0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'events': [{'id': null}]}", "{'events': [{'name': 'x'}]}"})
    void countsAllEventsWithoutAnId(String body) {
        Series series = series(body).getFirst();
        assertThat(series.entity()).isEqualTo(new Entity.AllEvents());
        assertThat(series.naming().name()).isEqualTo("All events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'events': ['$pageview']}",
                "{'events': '[\\'$pageview\\']'}",
                "{'events': '[{\\'id\\': \\'$pageview\\'}]'}",
                "{'events': [{'id': '$pageview', 'type': 'actions', 'name': 'other'}]}"
            })
    void takesEventsInManyForms(String body) {
        String escaped = body.replace("\\'", "\\\"");
        assertThat(series(escaped).getFirst().entity()).isEqualTo(new Entity.Event("$pageview"));
    }

    @Test
    void listsActionsFirstAndThenSortsByOrder() {
        String body =
                """
                {'events': [{'id': 'a', 'order': 2}, {'id': 'b'}, {'id': 'c', 'order': 0},
                            {'id': 'd', 'order': '1'}, {'id': 'e', 'order': -3}],
                 'actions': [{'id': 7, 'order': 1}, {'id': '8'}, {'id': null}, {}]}
                """;
        assertThat(series(body).stream().map(series -> series.address().path()))
                .containsExactly(
                        "events__4",
                        "actions__1",
                        "events__1",
                        "events__2",
                        "actions__0",
                        "events__3",
                        "events__0");
    }

    @Test
    void readsActionsByTheirNumber() {
        Series series = series("{'actions': [{'id': '8', 'name': 'sign up'}]}").getFirst();
        assertThat(series.entity()).isEqualTo(new Entity.MissingAction(8));
        assertThat(series.naming().name()).isEqualTo("sign up");
    }

    @Test
    void keepsTheCallersWordsForTheAnswer() {
        String members =
                ", 'custom_name': '  mine ', 'math': 'sum', 'math_property': 'price',"
                        + " 'math_hogql': 'count()', 'math_group_type_index': 1";
        assertThat(event(members).naming())
                .isEqualTo(new SeriesNaming("$pageview", "mine", "sum", "price", "count()", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'math': null",
                "'math': ''",
                "'math': 'total'",
                "'math': 'no such thing'",
                "'math': 'sum'",
                "'math': 'p90', 'math_property': null"
            })
    void countsEventsWithoutAnotherUnderstandableMath(String members) {
        assertThat(aggregation(members)).isEqualTo(new Aggregation.Total());
    }

    @Test
    void readsActors() {
        assertThat(aggregation("'math': 'dau'"))
                .isEqualTo(new Aggregation.UniqueActors(new Actor.Person()));
        assertThat(aggregation("'math': 'dau', 'math_group_type_index': '2'"))
                .isEqualTo(new Aggregation.UniqueActors(new Actor.Group(2)));
        assertThat(aggregation("'math': 'weekly_active'"))
                .isEqualTo(new Aggregation.ActiveActors(7, new Actor.Person()));
        assertThat(aggregation("'math': 'monthly_active', 'math_group_type_index': 0"))
                .isEqualTo(new Aggregation.ActiveActors(30, new Actor.Group(0)));
        assertThat(aggregation("'math': 'unique_session'"))
                .isEqualTo(new Aggregation.UniqueSessions());
        assertThat(aggregation("'math': 'first_time_for_user'"))
                .isEqualTo(new Aggregation.FirstTimeForUser());
        assertThat(aggregation("'math': 'first_matching_event_for_user'"))
                .isEqualTo(new Aggregation.FirstMatchingEventForUser());
        assertThat(aggregation("'math': 'hogql', 'math_hogql': 'count()'"))
                .isEqualTo(new Aggregation.HogQl(HogQlText.of("count()")));
    }

    @Test
    void addsAFilterOnTheGroupToUniqueGroups() {
        Series series = event(", 'math': 'unique_group', 'math_group_type_index': 3");
        assertThat(series.aggregation())
                .isEqualTo(new Aggregation.UniqueActors(new Actor.Group(3)));
        assertThat(series.filter())
                .isEqualTo(
                        new All(
                                List.of(
                                        PropertyFilter.everything(),
                                        new Condition(
                                                new Property.OfEvent("$group_3"),
                                                Operator.IS_NOT,
                                                new FilterValue.Text(""),
                                                new Address("events__0")))));
    }

    @ParameterizedTest
    @CsvSource({
        "avg, AVERAGE",
        "sum, SUM",
        "min, MINIMUM",
        "max, MAXIMUM",
        "median, MEDIAN",
        "p75, P75",
        "p90, P90",
        "p95, P95",
        "p99, P99"
    })
    void readsStatistics(String math, Statistic statistic) {
        assertThat(aggregation("'math': '%s', 'math_property': 'x'".formatted(math)))
                .isEqualTo(
                        new Aggregation.OfProperty(statistic, new Property.OfEvent("x"), 1, false));
        if (statistic != Statistic.SUM) {
            assertThat(aggregation("'math': '%s_count_per_actor'".formatted(math)))
                    .isEqualTo(new Aggregation.CountPerActor(statistic));
        }
    }

    @Test
    void readsWhatAStatisticIsOf() {
        String math = "'math': 'avg', 'math_property': 'x', 'math_property_type': ";
        assertThat(aggregation(math + "'person_properties'"))
                .isEqualTo(
                        new Aggregation.OfProperty(
                                Statistic.AVERAGE, new Property.OfPerson("x"), 1, false));
        assertThat(aggregation(math + "'session_properties'"))
                .isEqualTo(
                        new Aggregation.OfProperty(
                                Statistic.AVERAGE, new Property.OfSession("x"), 1, false));
        assertThat(aggregation("'math': 'avg', 'math_property': '$session_duration'"))
                .isEqualTo(
                        new Aggregation.OfProperty(
                                Statistic.AVERAGE,
                                new Property.OfSession("$session_duration"),
                                1,
                                true));
    }

    @Test
    void flattensGroupsOfAnEntry() {
        String members =
                """
                , 'properties': {'type': 'OR', 'values': [
                    {'type': 'OR', 'values': [{'key': 'a', 'value': '1'}]},
                    {'type': 'AND', 'values': [{'key': 'b', 'value': '2'}]}]}
                """;
        All filter = (All) event(members).filter();
        assertThat(filter.filters())
                .containsExactly(
                        condition("a", "1", "events__0__properties__values__0__values__0"),
                        condition("b", "2", "events__0__properties__values__1__values__0"));
    }

    @Test
    void takesThePropertiesOfAnEntryAsText() {
        String members = ", 'properties': '[{\\\"key\\\": \\\"a\\\", \\\"value\\\": \\\"1\\\"}]'";
        All filter = (All) event(members).filter();
        assertThat(filter.filters())
                .containsExactly(condition("a", "1", "events__0__properties__0"));
    }

    private static Condition condition(String key, String value, String address) {
        return new Condition(
                new Property.OfEvent(key),
                Operator.EXACT,
                new FilterValue.Text(value),
                new Address(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | events",
                "{'events': [], 'actions': []} | events",
                "{'events': '', 'actions': null} | events",
                "{'actions': [{'id': null}]} | events",
                "{'events': 'garbage'} | events",
                "{'events': {'id': 'a'}} | events",
                "{'events': [1]} | events__0",
                "{'events': ['a', [2]]} | events__1",
                "{'events': [{'id': {}}]} | events__0__id",
                "{'events': [{'id': 'a', 'order': 'first'}]} | events__0__order",
                "{'events': [{'id': 'a', 'math': 3.5, 'math': ['x']}]} | events__0__math",
                "{'events': [{'id': 'a', 'custom_name': {}}]} | events__0__custom_name",
                "{'events': [{'id': 'a', 'properties': 'x'}]} | events__0__properties",
                "{'events': [{'id': 'a', 'math': 'unique_group'}]} |"
                        + " events__0__math_group_type_index",
                "{'events': [{'id': 'a', 'math': 'dau', 'math_group_type_index': 5}]} |"
                        + " events__0__math_group_type_index",
                "{'events': [{'id': 'a', 'math': 'hogql'}]} | events__0__math_hogql",
                "{'events': [{'id': 'a', 'math': 'sum', 'math_property': 'x', 'math_property_type':"
                        + " 'data_warehouse_properties'}]} | events__0__math_property_type",
                "{'actions': [{'id': 'sign up'}]} | actions__0__id",
                "{'actions': ['x']} | actions__0",
            })
    void namesTheFieldThatIsWrong(String body, String attribute) {
        assertThat(Question.of(body).refusal().attribute()).isEqualTo(attribute);
    }
}
