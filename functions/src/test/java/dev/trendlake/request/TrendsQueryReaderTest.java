package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Formula;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.Statistic;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query form of a question: spec: trends, 1.3, and HTTP, query. */
class TrendsQueryReaderTest {
    private static final String PAGEVIEW = "{'kind': 'EventsNode', 'event': '$pageview'}";

    private static TrendQuery body(String body) {
        Question question = Question.of("{}");
        return new TrendsQueryReader()
                .read(
                        new RequestParameters(
                                JsonNodeFactory.instance.objectNode(),
                                (ObjectNode) Question.json(body)),
                        question.project(),
                        new SampleDefinitions(),
                        Instant.parse(question.now()));
    }

    private static TrendQuery query(String members) {
        return body("{'query': {'kind': 'TrendsQuery', " + members + "}}");
    }

    private static TrendQuery with(String members) {
        return query("'series': [" + PAGEVIEW + "], " + members);
    }

    private static Series node(String members) {
        return query("'series': [{'kind': 'EventsNode', " + members + "}]").series().getFirst();
    }

    /** Members of the query form, and those of the filter form that ask the same. */
    static Stream<String> pairs() {
        return Stream.of(
                "'interval': 'week' | 'interval': 'week'",
                "'dateRange': {'date_from': '-30d', 'date_to': '-1d'} | 'date_from': '-30d',"
                        + " 'date_to': '-1d'",
                "'dateRange': {'date_from': '-3h', 'explicitDate': true} | 'date_from': '-3h',"
                        + " 'explicit_date': true",
                "'compareFilter': {'compare': true, 'compare_to': '-1y'} | 'compare': true,"
                        + " 'compare_to': '-1y'",
                "'trendsFilter': {'display': 'BoldNumber'} | 'display': 'BoldNumber'",
                "'trendsFilter': {'smoothingIntervals': 3, 'showLegend': true} |"
                        + " 'smoothing_intervals': 3, 'show_legend': true",
                "'breakdownFilter': {'breakdown': 'b', 'breakdown_type': 'person',"
                        + " 'breakdown_limit': 3} | 'breakdown': 'b', 'breakdown_type': 'person',"
                        + " 'breakdown_limit': 3",
                "'filterTestAccounts': true | 'filter_test_accounts': true",
                "'samplingFactor': 0.5 | 'sampling_factor': 0.5");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void asksTheSameAsTheFilterForm(String pair) {
        String[] forms = pair.split(" \\| ", -1);
        TrendQuery query = with(forms[0]);
        TrendQuery filter =
                Question.of("{'events': [{'id': '$pageview'}], " + forms[1] + "}").read();
        assertThat(query)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Address.class)
                .isEqualTo(filter);
    }

    @Test
    void takesNullForNothing() {
        String nulls =
                "'aggregation_group_type_index': null, 'breakdownFilter': null, 'compareFilter':"
                        + " null, 'dateRange': null, 'interval': null, 'modifiers': null,"
                        + " 'response': null, 'samplingFactor': null, 'trendsFilter': null,"
                        + " 'properties': null";
        assertThat(with(nulls)).isEqualTo(query("'series': [" + PAGEVIEW + "]"));
    }

    @Test
    void countsByTheMinuteToo() {
        assertThat(with("'interval': 'minute'").range().interval()).isEqualTo(Interval.MINUTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'query': {'kind': 'InsightVizNode', 'source': {'kind': 'TrendsQuery', 'series':"
                        + " [{'kind': 'EventsNode', 'event': 'a'}]}}}",
                "{'client_query_id': 'x', 'refresh': 'blocking', 'limit_context': 'posthog_ai',"
                        + " 'query': {'kind': 'TrendsQuery', 'series':"
                        + " [{'kind': 'EventsNode', 'event': 'a'}]}}"
            })
    void findsTheQueryInWhatIsAroundIt(String body) {
        assertThat(body(body).series().getFirst().entity()).isEqualTo(new Entity.Event("a"));
    }

    @Test
    void readsNodes() {
        assertThat(node("'event': null").entity()).isEqualTo(new Entity.AllEvents());
        assertThat(
                        query("'series': [{'kind': 'ActionsNode', 'id': 1}]")
                                .series()
                                .getFirst()
                                .entity())
                .isInstanceOf(Entity.ActionEvents.class);
        Aggregation sum =
                node("'math': 'sum', 'math_property': 'price', 'math_multiplier': 0.01")
                        .aggregation();
        assertThat(sum)
                .isEqualTo(
                        new Aggregation.OfProperty(
                                Statistic.SUM, new Property.OfEvent("price"), 0.01, false));
    }

    @Test
    void keepsTheOrderOfNodes() {
        assertThat(query("'series': [" + PAGEVIEW + ", {'kind': 'ActionsNode', 'id': 1}]").series())
                .extracting(series -> series.naming().name())
                .containsExactly("$pageview", "action 1");
    }

    @Test
    void countsSeveralEventsAsOneSeries() {
        String group =
                "{'kind': 'GroupNode', 'operator': 'OR', 'name': 'both', 'nodes': ["
                        + PAGEVIEW
                        + ", {'kind': 'ActionsNode', 'id': 1}]}";
        Entity.ActionEvents entity =
                (Entity.ActionEvents)
                        query("'series': [" + group + "]").series().getFirst().entity();
        Action action = entity.action();
        assertThat(action.name()).isEqualTo("both");
        assertThat(action.steps()).hasSize(2);
    }

    @Test
    void keepsAnOrOfANodeAndAddsFixedProperties() {
        PropertyFilter filter =
                node("'properties': {'type': 'OR', 'values': [{'key': 'a', 'value': 1}]},"
                                + " 'fixedProperties': [{'key': 'b', 'value': 2}]")
                        .filter();
        assertThat(((PropertyFilter.All) filter).filters())
                .hasExactlyElementsOfTypes(PropertyFilter.Any.class, PropertyFilter.All.class);
    }

    @Test
    void countsEachSessionOnceWhereAsked() {
        String series =
                "'series': [{'kind': 'EventsNode', 'math': 'avg', 'math_property':"
                        + " '$pageview_count', 'math_property_type': 'session_properties'}]";
        assertThat(query(series).series().getFirst().aggregation())
                .extracting("oncePerSession")
                .isEqualTo(false);
        assertThat(
                        query(series + ", 'trendsFilter': {'sessionLevelAggregation': true}")
                                .series()
                                .getFirst()
                                .aggregation())
                .extracting("oncePerSession")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'formula': 'A%2' | A%2 | ",
                "'formulas': ['A*2', ''], 'formula': 'A' | A*2 | ",
                "'formulaNodes': [{'formula': 'A*3', 'custom_name': ' x '}], 'formulas': ['A'] |"
                        + " A*3 | x",
                "'formula': 'A*1e2' | A*1e2 | ",
            })
    void takesTheNewestFormOfFormulas(String members, String expression, String name) {
        assertThat(with("'trendsFilter': {" + members + "}").formulas())
                .extracting(Formula::expression, Formula::customName)
                .containsExactly(tuple(expression, name == null ? "" : name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'query': {}}",
                "{'query': null}",
                "{'query': 'x'}",
                "{'query': {'kind': 'Tomato Soup'}}",
                "{'query': {'kind': 'TrendsQuery'}}",
                "{'query': {'kind': 'TrendsQuery', 'series': {}}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}],"
                        + " 'trendsFilter': {'formulas': 'A'}}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{}]}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'x': 1}]}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'math':"
                        + " 'x'}]}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}], 'x': 1}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}], 'dateRange':"
                        + " 5}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}],"
                        + " 'breakdownFilter': {'breakdowns': [{'type': 'event'}]}}}",
                "{'query': {'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode'}]},"
                        + " 'limit_context': 'export'}",
            })
    void refusesWhatIsNotOfTheModel(String body) {
        assertThatThrownBy(() -> body(body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("1 validation error for QueryRequest");
    }

    @Test
    void namesTheKindThatNobodyKnows() {
        assertThatThrownBy(() -> body("{'query': {'kind': 'Tomato Soup'}}"))
                .hasMessageContaining("Tomato Soup");
    }

    @Test
    void refusesMoreThanThreeBreakdowns() {
        String item = "{'property': 'a'}";
        String four = String.join(", ", item, item, item, item);
        assertThatThrownBy(() -> with("'breakdownFilter': {'breakdowns': [" + four + "]}"))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("at most 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SavedInsightNode",
                "FunnelsQuery",
                "HogQLQuery",
                "InsightActorsQuery",
                "EventsNode"
            })
    void computesNoOtherKind(String kind) {
        assertThatThrownBy(() -> body("{'query': {'kind': '" + kind + "'}}"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("Unsupported query kind: " + kind)
                .extracting("attribute")
                .isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'series': [] | query__series",
                "'series': [{'kind': 'DataWarehouseNode'}] | query__series__0__kind",
                "'series': [{'kind': 'ActionsNode', 'id': 'x'}] | query__series__0__id",
                "'series': [{'kind': 'EventsNode', 'math': 'sum', 'math_property': 'p',"
                        + " 'math_property_revenue_currency': {'static': 'EUR'}}] |"
                        + " query__series__0__math_property_revenue_currency",
                "'series': [{'kind': 'GroupNode', 'operator': 'AND', 'nodes': []}] |"
                        + " query__series__0__operator",
                "'series': [{'kind': 'EventsNode'}], 'interval': 'fortnight' | query__interval",
                "'series': [{'kind': 'EventsNode'}], 'conversionGoal': {'actionId': 1} |"
                        + " query__conversionGoal",
                "'series': [{'kind': 'EventsNode'}], 'trendsFilter': {'formula': 'A+B'} |"
                        + " query__trendsFilter__formula",
            })
    void namesTheFieldThatIsWrong(String members, String attribute) {
        assertThatThrownBy(() -> query(members))
                .isInstanceOf(InvalidRequest.class)
                .extracting("attribute")
                .isEqualTo(attribute);
    }
}
