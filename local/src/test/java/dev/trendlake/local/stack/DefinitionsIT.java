package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The names of events and properties: learned from a load, listed, and changed. */
@ExtendWith(WholeStackExtension.class)
final class DefinitionsIT {
    private static final AtomicLong LAST_PROJECT = new AtomicLong(700);
    private static final String EVENTS =
            """
            {"uuid":"1","event":"order","distinct_id":"a","timestamp":"2020-01-01T10:00:00Z",\
            "properties":{"price":9,"code":"A 1","paid":true,"utm_source":"x","$os":"Linux",\
            "$set":{"plan":"pro","age":30}},"person_properties":{"since":"2019-12-31"}}
            {"uuid":"2","event":"order","distinct_id":"a","timestamp":"2020-01-02T10:00:00.5Z",\
            "properties":{"price":10,"note":null,"$feature/new":true,"distinct_id":"a"}}
            {"uuid":"3","event":"$pageview","distinct_id":"b","timestamp":"2020-01-03T10:00:00Z",\
            "properties":{"Page Price":"free","$os":"Mac"}}
            {"uuid":"4","event":"$groupidentify","distinct_id":"b","timestamp":"2020-01-01T09:00:00Z",\
            "properties":{"$group_type":"team","$group_key":"k","$group_set":{"size":5}}}
            """;

    private final WholeStack stack;
    private final long project = LAST_PROJECT.incrementAndGet();
    private final String key = "phx_of_definitions_" + project;
    private final Client client;

    DefinitionsIT(WholeStack stack) {
        this.stack = stack;
        this.client = new Client(stack.running().gateway(), key);
    }

    @BeforeEach
    void makeProject() throws Exception {
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            new DynamoDbProjects(dynamoDb, stack.running().projectsTable())
                    .save(
                            new Project(
                                    project,
                                    "names",
                                    "",
                                    ZoneId.of("UTC"),
                                    DayOfWeek.SUNDAY,
                                    "[]",
                                    List.of("company", "team"),
                                    Project.NO_EVENT_YET,
                                    0,
                                    SideTables.none(),
                                    PropertyDefinitions.none()));
            saveKey(dynamoDb, key, "event_definition:read", "property_definition:write");
            saveKey(dynamoDb, key + "_reader", "property_definition:read");
        }
        load(EVENTS);
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void listEventsByTheDayTheyWereLastSeen() throws Exception {
        JsonNode list = get("event_definitions");

        assertThat(names(list)).containsExactly("$pageview", "order", "$groupidentify");
        assertThat(list.path("count").asInt()).isEqualTo(3);
        assertThat(list.path("next").isNull()).isTrue();
        JsonNode order = list.at("/results/1");
        assertThat(order.path("created_at").asText()).isEqualTo("2020-01-01T10:00:00Z");
        assertThat(order.path("last_seen_at").asText()).isEqualTo("2020-01-02T10:00:00.500Z");
        assertThat(order.path("tags").isEmpty()).isTrue();
        assertThat(order.path("is_action").asBoolean(true)).isFalse();
        assertThat(get("event_definitions/" + order.path("id").asText())).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search=PAGE                               | $pageview",
                "search=page+view                          | $pageview",
                "search=page+order                         | ''",
                "search=e                                  | order,$pageview,$groupidentify",
                "names=order,$pageview                     | $pageview,order",
                "excluded_properties=[\"order\"]           | $pageview,$groupidentify",
                "event_type=event_custom                   | order",
                "event_type=event_posthog                  | $pageview,$groupidentify",
                "ordering=name                             | $groupidentify,$pageview,order",
                "ordering=-created_at                      | $pageview,order,$groupidentify",
                "ordering=event                            | $pageview,order,$groupidentify",
                "exclude_stale=true                        | ''",
                "exclude_hidden=true                       | $pageview,order,$groupidentify",
                "tags=[\"core\"]                           | ''"
            })
    void listTheEventsThatAreAskedFor(String query, String expected) throws Exception {
        assertThat(String.join(",", names(get("event_definitions?" + encoded(query)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | $feature/new:String $os:String Page"
                        + " Price:String code:String note: paid:Boolean price:Numeric"
                        + " utm_source:String",
                "type=person                         | age:Numeric plan:String since:DateTime",
                "type=group&group_type_index=1       | size:Numeric",
                "type=group&group_type_index=0       | ''",
                "type=session                        | ''",
                "search=price                        | Page Price:String price:Numeric",
                "search=price+page                   | Page Price:String",
                "properties=price,paid               | paid:Boolean price:Numeric",
                "is_numerical=true                   | price:Numeric",
                "is_feature_flag=true                | $feature/new:String",
                "is_feature_flag=false&search=new    | ''",
                "exclude_core_properties=true        | Page Price:String code:String note:"
                        + " paid:Boolean price:Numeric",
                "excluded_properties=[\"code\",\"$os\"]&search=o | note: utm_source:String",
                "event_names=[\"$pageview\"]&filter_by_event_names=true | $os:String Page"
                        + " Price:String",
                "event_names=[\"$pageview\"]&search=o | $os:String code:String note:"
                        + " utm_source:String"
            })
    void listThePropertiesThatAreAskedFor(String query, String expected) throws Exception {
        List<String> found = new ArrayList<>();
        get("property_definitions?" + encoded(query))
                .path("results")
                .forEach(one ->
                        found.add(
                                one.path("name").asText()
                                        + ":"
                                        + one.path("property_type").asText("")));

        assertThat(String.join(" ", found).replace("null", "")).isEqualTo(expected);
    }

    @Test
    void tellWhetherEventsHaveAProperty() throws Exception {
        JsonNode list =
                get(
                        "property_definitions?properties=price,$os&event_names="
                                + encoded("[\"$pageview\"]"));

        assertThat(list.at("/results/0/name").asText()).isEqualTo("$os");
        assertThat(list.at("/results/0/is_seen_on_filtered_events").asBoolean()).isTrue();
        assertThat(list.at("/results/1/is_seen_on_filtered_events").isBoolean()).isTrue();
        assertThat(list.at("/results/1/is_seen_on_filtered_events").asBoolean()).isFalse();
        assertThat(
                        get("property_definitions?properties=price")
                                .at("/results/0/is_seen_on_filtered_events")
                                .isNull())
                .isTrue();
    }

    @Test
    void leadFromPageToPage() throws Exception {
        JsonNode first = get("event_definitions?ordering=name&limit=2");
        URI next = URI.create(first.path("next").asText());
        JsonNode second = json(client.send(client.authorized(pathOf(next))));

        assertThat(names(first)).containsExactly("$groupidentify", "$pageview");
        assertThat(names(second)).containsExactly("order");
        assertThat(second.path("count").asInt()).isEqualTo(3);
        assertThat(second.path("next").isNull()).isTrue();
        URI previous = URI.create(second.path("previous").asText());
        assertThat(json(client.send(client.authorized(pathOf(previous))))).isEqualTo(first);
    }

    @Test
    void compareByTheTypeThatSomebodySets() throws Exception {
        assertThat(ordersAbove("price", 9)).isEqualTo("[0,1,0]");

        JsonNode changed = patch(idOf("price"), "{\"property_type\": \"String\"}");

        // As texts, no price is greater than 9.
        assertThat(changed.path("property_type").asText()).isEqualTo("String");
        assertThat(changed.path("is_numerical").asBoolean(true)).isFalse();
        assertThat(ordersAbove("price", 9)).isEqualTo("[0,0,0]");

        patch(idOf("price"), "{\"property_type\": \"Numeric\"}");
        assertThat(ordersAbove("price", 9)).isEqualTo("[0,1,0]");
    }

    @Test
    void keepTheTypeThatSomebodySetWhenEventsAreLoaded() throws Exception {
        patch(idOf("price"), "{\"property_type\": \"String\"}");
        patch(idOf("paid"), "{\"property_type\": \"Duration\"}");

        load(EVENTS.replace("\"uuid\":\"", "\"uuid\":\"again "));

        assertThat(one(idOf("price")).path("property_type").asText()).isEqualTo("String");
        assertThat(one(idOf("paid")).path("property_type").asText()).isEqualTo("Duration");
    }

    @Test
    void learnATypeAgainThatSomebodyTookBack() throws Exception {
        JsonNode changed = patch(idOf("price"), "{\"property_type\": null}");
        assertThat(changed.path("property_type").isNull()).isTrue();
        assertThat(one(idOf("price"))).isEqualTo(changed);

        load(
                "{\"uuid\":\"n\",\"event\":\"e\",\"distinct_id\":\"d\",\"timestamp\":\"2020-01-01T00:00Z\",\"properties\":{\"price\":true}}");

        assertThat(one(idOf("price")).path("property_type").asText()).isEqualTo("Boolean");
    }

    @Test
    void keepWhatPeopleSayOfAProperty() throws Exception {
        JsonNode changed =
                patch(
                        idOf("code"),
                        "{\"description\": \"What was <ordered>\", \"tags\": [\"Shop\", \" a \","
                                + " \"shop\"], \"verified\": true, \"name\": \"other\"}");

        assertThat(one(idOf("code"))).isEqualTo(changed);
        assertThat(changed.path("name").asText()).isEqualTo("code");
        assertThat(changed.path("description").asText()).isEqualTo("What was <ordered>");
        assertThat(changed.path("tags").toString()).isEqualTo("[\"a\",\"shop\"]");
        assertThat(changed.path("verified").asBoolean()).isTrue();
        assertThat(changed.path("verified_by")).isEqualTo(changed.path("updated_by"));
        assertThat(changed.path("property_type").asText()).isEqualTo("String");
        assertThat(names(get("property_definitions"))).startsWith("code");

        JsonNode hidden = patch(idOf("code"), "{\"hidden\": true}");

        assertThat(hidden.path("verified").asBoolean(true)).isFalse();
        assertThat(hidden.path("verified_at").isNull()).isTrue();
        assertThat(hidden.path("description").asText()).isEqualTo("What was <ordered>");
        assertThat(names(get("property_definitions?exclude_hidden=true"))).doesNotContain("code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"property_type\": \"Number\"}            | property_type | \"Number\" is not a"
                        + " valid choice",
                "{\"property_type\": 3}                     | property_type | is not a valid"
                        + " choice",
                "{\"description\": 3}                       | description   | Not a valid string",
                "{\"verified\": \"maybe\"}                  | verified      | valid boolean",
                "{\"tags\": \"a\"}                          | tags          | Expected a list",
                "{\"tags\": [\"a\", 3]}                     | tags__1       | a text",
                "{\"hidden\": true, \"verified\": true}     | null          | both hidden and"
                        + " verified",
                "{\"colour\": \"red\"}                      | colour        | not kept"
            })
    void refuseChangesThatCannotBeKept(String body, String attribute, String detail)
            throws Exception {
        Reply reply = send(idOf("price"), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("validation_error");
        assertThat(reply.json().path("attr").asText()).isEqualTo(attribute);
        assertThat(reply.json().path("detail").asText()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event_definitions?event_type=other            | event_type",
                "event_definitions?verified=true               | verified",
                "event_definitions?exclude_stale=perhaps       | exclude_stale",
                "event_definitions?excluded_properties=a       | excluded_properties",
                "event_definitions?limit=x                     | limit",
                "property_definitions?type=users               | type",
                "property_definitions?type=group               | null",
                "property_definitions?group_type_index=1       | null",
                "property_definitions?type=group&group_type_index=7 | null",
                "property_definitions?type=group&group_type_index=x | group_type_index",
                "property_definitions?type=person&event_names=[\"a\"] | null",
                "property_definitions?event_names=order        | event_names",
                "property_definitions?event_names=[1]          | event_names",
                "property_definitions?filter_by_event_names=1  | event_names",
                "property_definitions?is_numerical=7           | is_numerical"
            })
    void refuseListsThatCannotBeMade(String path, String attribute) throws Exception {
        Reply reply = client.send(client.authorized(path(encoded(path))));

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("attr").asText()).isEqualTo(attribute);
    }

    @Test
    void findNoOtherDefinitions() throws Exception {
        String ofAnotherProject = "00000000-0000-3000-8000-000000000000";

        for (String path :
                List.of(
                        "property_definitions/" + ofAnotherProject,
                        "property_definitions/price",
                        "event_definitions/" + ofAnotherProject,
                        "event_definitions/" + idOf("price"))) {
            assertThat(client.send(client.authorized(path(path))).status()).isEqualTo(404);
        }
    }

    @Test
    void askForTheScopeOfEach() throws Exception {
        try (Client reader = new Client(stack.running().gateway(), key + "_reader")) {
            String id = idOf("price");

            assertThat(reader.send(reader.authorized(path("property_definitions"))).status())
                    .isEqualTo(200);
            Reply change =
                    reader.send(
                            reader.json(path("property_definitions/" + id), "")
                                    .method("PATCH", BodyPublishers.ofString("{}")));
            Reply events = reader.send(reader.authorized(path("event_definitions")));

            assertThat(change.status()).isEqualTo(403);
            assertThat(change.json().path("detail").asText())
                    .isEqualTo("API key missing required scope 'property_definition:write'");
            assertThat(events.json().path("detail").asText())
                    .isEqualTo("API key missing required scope 'event_definition:read'");
        }
    }

    private void saveKey(DynamoDbClient dynamoDb, String text, String... scopes) {
        List<String> all = new ArrayList<>(List.of(scopes));
        all.add("insight:read");
        new DynamoDbApiKeys(dynamoDb, stack.running().apiKeysTable())
                .save(
                        KeyHash.of(text),
                        new ApiKey(text, "", all, List.of(project), List.of(), true),
                        Instant.now());
    }

    private void load(String lines) throws Exception {
        try (StackClients clients = new StackClients(stack.running())) {
            clients.loader(Clock.systemUTC())
                    .load(
                            project,
                            List.of(
                                    EventSource.of(
                                            "lines", lines.getBytes(StandardCharsets.UTF_8))),
                            BadLines.FATAL,
                            LoadListener.none());
        }
    }

    private String ordersAbove(String property, int value) throws Exception {
        return client.ask(
                        project,
                        """
                        {"events": [{"id": "order"}], "date_from": "2020-01-01", "date_to": "2020-01-03",
                         "properties": [{"key": "%s", "operator": "gt", "value": %d}]}
                        """
                                .formatted(property, value))
                .data(0);
    }

    private String idOf(String property) throws Exception {
        return get("property_definitions?properties=" + property).at("/results/0/id").asText();
    }

    private JsonNode one(String id) throws Exception {
        return get("property_definitions/" + id);
    }

    private JsonNode patch(String id, String body) throws Exception {
        return json(send(id, body));
    }

    private Reply send(String id, String body) throws Exception {
        return client.send(
                client.json(path("property_definitions/" + id), "")
                        .method("PATCH", BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) throws Exception {
        return json(client.send(client.authorized(path(path))));
    }

    private String path(String path) {
        return "/api/projects/" + project + "/" + path;
    }

    private static String pathOf(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static JsonNode json(Reply reply) throws IOException {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.path("results").forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    // Leaves what divides a query string.
    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&")
                .replace("%3F", "?")
                .replace("%2B", "+");
    }
}
