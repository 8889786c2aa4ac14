package dev.trendlake.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.formula.FormulaParser;
import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlParser;
import dev.trendlake.request.RequestJson;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Formula;

/**
 * Whatever is sent is answered or refused, and never breaks the reader. A build runs the kept
 * inputs; with the environment variable {@code JAZZER_FUZZ=1}, and one test named, Jazzer looks for
 * new ones.
 */
class FuzzTest {
    private static final String EXPRESSION =
            "{\"events\": [{\"id\": \"e\", \"math\": \"hogql\"}], \"breakdown_type\": \"hogql\"}";

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "60s")
    void readsTheFilterForm(FuzzedDataProvider data) {
        RequestJson.parse(data.consumeRemainingAsString())
                .filter(JsonNode::isObject)
                .ifPresent(json -> assertAnsweredOrRefused(Place.Kind.FILTER, json));
    }

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "60s")
    void readsQueries(FuzzedDataProvider data) {
        RequestJson.parse(data.consumeRemainingAsString())
                .ifPresent(json -> assertAnsweredOrRefused(Place.Kind.QUERY, json));
    }

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "60s")
    void readsDefinitions(FuzzedDataProvider data) {
        Place.Kind kind =
                data.pickValue(
                        new Place.Kind[] {
                            Place.Kind.ACTION, Place.Kind.COHORT, Place.Kind.TEST_ACCOUNTS
                        });
        RequestJson.parse(data.consumeRemainingAsString())
                .filter(json -> kind == Place.Kind.COHORT ? json.isObject() : json.isArray())
                .ifPresent(json -> assertAnsweredOrRefused(kind, json));
    }

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "60s")
    void readsFormulas(FuzzedDataProvider data) {
        Formula formula = new Formula(data.consumeRemainingAsString(), "", new Address("formula"));
        try {
            assertThat(FormulaParser.parse(formula, 3)).isNotNull();
        } catch (InvalidRequest refused) {
            assertThat(refused.attribute()).isEqualTo("formula");
        }
    }

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "60s")
    void readsHogQl(FuzzedDataProvider data) {
        String expression = data.consumeRemainingAsString();
        try {
            assertThat(HogQlParser.parse(expression)).isNotNull();
        } catch (HogQlException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "60s")
    void translatesHogQl(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        ObjectNode json = (ObjectNode) RequestJson.parse(EXPRESSION).orElseThrow();
        json.put("breakdown", text);
        ((ObjectNode) json.at("/events/0")).put("math_hogql", text);
        assertAnsweredOrRefused(Place.Kind.FILTER, json);
    }

    private static void assertAnsweredOrRefused(Place.Kind kind, JsonNode json) {
        new Asked(kind, json)
                .statement()
                .ifPresent(sql -> assertThat(sql).startsWith("SELECT ").contains("\"events\""));
    }
}
