package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code posthog-node} sends to our host: a thousand events of two hundred people, each under two
 * distinct ids, with orders that belong to ten companies. What trends say of them is counted from
 * the program that sends them.
 */
@ExtendWith(WholeStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PosthogNodeIT {
    private static final long PROJECT = 35;
    private static final String TOKEN = "phc_posthog_node_sends_to_us";
    private static final String KEY = "phx_asks_for_what_posthog_node_sent";
    private static final long LONGEST_WAIT = 120_000;

    private final WholeStack stack;
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    PosthogNodeIT(WholeStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void send() throws Exception {
        NodeClients.require();
        makeProject();
        JsonNode printed =
                NodeClients.run(
                        "posthog-node.mjs",
                        "{\"day\": \"%s\"}".formatted(day),
                        stack.running().gateway().toString(),
                        TOKEN);
        assertThat(printed.path("errors").toString()).isEqualTo("[]");
        assertThat(printed.path("sent").asInt()).isEqualTo(1_410);
        long flushedAt = printed.path("flushedAt").asLong();
        while (!isAllThere() && System.currentTimeMillis() - flushedAt < LONGEST_WAIT) {
            Thread.sleep(250);
        }
        System.out.printf(
                "from the SDK's flush to queryable: %d ms%n",
                System.currentTimeMillis() - flushedAt);
    }

    @Test
    void countsWhatWasSent() throws Exception {
        assertThat(count("{\"id\": \"page viewed\"}")).isEqualTo(400);
        assertThat(count("{\"id\": \"order placed\"}")).isEqualTo(600);
        assertThat(count("{\"id\": \"$identify\"}")).isEqualTo(200);
        assertThat(count("{\"id\": \"$create_alias\"}")).isEqualTo(200);
        assertThat(count("{\"id\": \"$groupidentify\"}")).isEqualTo(10);
    }

    // Half of the distinct ids are names of the same people. The SDK describes each group under a
    // distinct id of its own, which PostHog counts as a person, too.
    @Test
    void countsPeopleByWhoTheyAre() throws Exception {
        assertThat(count("{\"id\": null, \"math\": \"dau\"}")).isEqualTo(200 + 10);
        assertThat(count("{\"id\": \"page viewed\", \"math\": \"dau\"}")).isEqualTo(200);
    }

    @Test
    void countsGroups() throws Exception {
        assertThat(
                        count(
                                "{\"id\": \"order placed\", \"math\": \"unique_group\","
                                        + " \"math_group_type_index\": 0}"))
                .isEqualTo(10);
        // Three of ten companies are small: those of 60 people.
        assertThat(
                        by(
                                "\"breakdown\": \"size\", \"breakdown_type\": \"group\","
                                        + " \"breakdown_group_type_index\": 0"))
                .isEqualTo(Map.of("small", 180L, "large", 420L));
    }

    @Test
    void knowsWhatPeopleAreLike() throws Exception {
        assertThat(by("\"breakdown\": \"plan\", \"breakdown_type\": \"person\""))
                .isEqualTo(Map.of("pro", 300L, "free", 300L));
    }

    // 3 times the sum of n + 0.5 for n from 0 to 199.
    @Test
    void sumsAmounts() throws Exception {
        assertThat(
                        count(
                                "{\"id\": \"order placed\", \"math\": \"sum\","
                                        + " \"math_property\": \"amount\"}"))
                .isEqualTo(60_000);
    }

    private boolean isAllThere() throws Exception {
        return count("{\"id\": \"page viewed\"}") == 400
                && count("{\"id\": \"order placed\"}") == 600
                && count("{\"id\": \"$groupidentify\"}") == 10
                && count("{\"id\": null, \"math\": \"dau\"}") == 210;
    }

    private long count(String series) throws IOException, InterruptedException {
        Reply reply = ask("\"events\": [%s], \"display\": \"BoldNumber\"".formatted(series));
        return reply.json().at("/result/0/aggregated_value").asLong(-1);
    }

    private Map<String, Long> by(String breakdown) throws IOException, InterruptedException {
        Reply reply =
                ask(
                        "\"events\": [{\"id\": \"order placed\"}], \"display\":"
                                + " \"ActionsTable\", "
                                + breakdown);
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode entry : reply.json().path("result")) {
            counts.put(
                    entry.path("breakdown_value").asText(),
                    entry.path("aggregated_value").asLong());
        }
        return counts;
    }

    private Reply ask(String question) throws IOException, InterruptedException {
        try (Client client = new Client(stack.running().gateway(), KEY)) {
            Reply reply =
                    client.ask(
                            PROJECT,
                            "{%s, \"date_from\": \"%s\", \"date_to\": \"%s\", \"refresh\": true}"
                                    .formatted(question, day, day.plusDays(1)));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            return reply;
        }
    }

    private void makeProject() {
        CapturingProject.make(stack, PROJECT, TOKEN);
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            ApiKey key = new ApiKey("node", "", List.of("*"), List.of(PROJECT), List.of(), true);
            new DynamoDbApiKeys(dynamoDb, stack.running().apiKeysTable())
                    .save(KeyHash.of(KEY), key, Instant.now());
        }
    }
}
