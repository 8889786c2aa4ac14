package dev.trendlake.local.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.trendlake.local.gateway.Router;
import dev.trendlake.local.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The document against itself and the template, and what is found by it. */
final class ApiDocumentTest {
    private static final String TREND = "/api/projects/1/insights/trend";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Template TEMPLATE = Template.read(Path.of("../template.yaml"));
    private static final JsonNode DOCUMENT = ApiDocument.SERVED.json();

    @Test
    void hasEveryRouteOfTheTemplateAndNoOther() {
        Set<String> routes = new TreeSet<>();
        TEMPLATE.routes().stream()
                .filter(route -> !route.method().equals("ANY"))
                .forEach(route -> routes.add(route.method() + " " + route.path()));

        // A route can't name what stands after a dot: these reach the function of what is left.
        assertThat(documented())
                .filteredOn(operation -> !operation.matches(".*/trend\\.(csv|json)"))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @ParameterizedTest
    @CsvSource({"/trend.csv", "/trend.json"})
    void documentsNamedFormsThatTheFallbackTakes(String end) {
        assertThat(new Router(TEMPLATE.routes()).find("GET", "/api/projects/1/insights" + end))
                .get()
                .extracting(match -> match.route().function())
                .isIn("FallbackFunction", "InsightFunction");
    }

    static Set<Map.Entry<String, JsonNode>> schemas() {
        return DOCUMENT.at("/components/schemas").properties();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void holdsSchemas(Map.Entry<String, JsonNode> schema) {
        JsonSchema metaschema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaschema.validate(schema.getValue())).isEmpty();
    }

    @Test
    void refersToWhatIsThere() {
        List<JsonNode> references = DOCUMENT.findValues("$ref");

        assertThat(references).isNotEmpty();
        assertThat(references)
                .extracting(JsonNode::asText)
                .filteredOn(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode())
                .isEmpty();
    }

    @Test
    void usesEveryPart() {
        Set<String> used = new TreeSet<>();
        DOCUMENT.findValues("$ref").forEach(reference -> used.add(reference.asText()));

        for (String kind : List.of("pathItems", "parameters", "responses", "schemas")) {
            for (var part : DOCUMENT.at("/components/" + kind).properties()) {
                assertThat(used).contains("#/components/" + kind + "/" + part.getKey());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET    | /api/projects/1/insights/trend   | 200 | application/json | {"result": []}                       | required property 'timezone' not found
                    GET    | /api/projects/1//insights/trend/ | 200 | text/html        | <p>                                  | the content type 'text/html' is not documented
                    GET    | /api/projects/1/insights/trend   | 418 | application/json | {}                                   | the status is not documented
                    GET    | /api/projects/1/nothing          | 200 | application/json | {}                                   | the status is not documented
                    PUT    | /api/projects/1/insights/trend   | 200 | application/json | {}                                   | the status is not documented
                    GET    | /api/projects/1/insights/trend   | 400 | application/json | {"detail": "No."}                    | required property 'type' not found
                    DELETE | /api/projects/1/actions/1        | 204 | application/json | {}                                   | there should be no body
                    """)
    void findsWhatIsNotDocumented(
            String method, String target, int status, String type, String body, String found) {
        assertThat(ApiDocument.SERVED.violations(new ApiAnswer(method, target, status, type, body)))
                .anySatisfy(violation -> assertThat(violation).contains(found));
    }

    @Test
    void findsMembersThatAreNotDocumented() {
        String body =
                """
                {"result": [], "timezone": "UTC", "is_cached": false, "timings": [],
                 "last_refresh": "2020-01-01T00:00:00Z", "next": null, "colour": "red"}\
                """;

        assertThat(
                        ApiDocument.SERVED.violations(
                                new ApiAnswer("GET", TREND, 200, "application/json", body)))
                .singleElement()
                .asString()
                .contains("colour");
    }

    @Test
    void findsFieldsOfAQueryThatAreNotDocumented() throws Exception {
        JsonNode query =
                new ObjectMapper()
                        .readTree(
                                """
                                {"query": {"kind": "TrendsQuery", "colour": "red",
                                           "series": [{"kind": "EventsNode"}]}}\
                                """);

        assertThat(ApiDocument.SERVED.violationsOfRequest("POST", "/api/projects/1/query", query))
                .anySatisfy(violation -> assertThat(violation).contains("colour"));
    }

    private static Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        for (var path : DOCUMENT.path("paths").properties()) {
            JsonNode item = DocumentReferences.followed(path.getValue(), DOCUMENT);
            METHODS.stream()
                    .filter(item::has)
                    .forEach(method ->
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }
        return operations;
    }
}
