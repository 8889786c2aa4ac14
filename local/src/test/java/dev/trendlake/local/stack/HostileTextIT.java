package dev.trendlake.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events whose names and values would break a statement written by hand: each finds itself. */
@ExtendWith(WholeStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileTextIT {
    private static final long PROJECT = 4;
    private static final String DAY = "2020-01-02";

    // JSON doesn't write these with a backslash, so that an event holds them as they are.
    private static final List<String> PLAIN =
            List.of(
                    "'",
                    "''",
                    "'''",
                    "a'b",
                    "'||'",
                    "' OR '1'='1",
                    "' OR 1=1 --",
                    "') UNION ALL SELECT 1, 2, 3, 4 --",
                    "'; DROP TABLE events; --",
                    "U&'0027'",
                    "`",
                    "--",
                    "-- x",
                    "#",
                    "/*",
                    "*/",
                    "/* x */",
                    ";",
                    "$$",
                    "$$x$$",
                    "${x}",
                    "{{x}}",
                    "%",
                    "_",
                    "%s",
                    "%1$s",
                    "a%",
                    "a_",
                    "?",
                    ":x",
                    "@x",
                    "$",
                    "$.a",
                    "$[0]",
                    "[*]",
                    "..",
                    "(",
                    ")",
                    "(?:",
                    ".*",
                    "SELECT",
                    "null",
                    "x -> x",
                    "é",
                    "e\u0301",
                    "ß",
                    "İ",
                    "漢字",
                    "😀",
                    "👩‍👩‍👧",
                    "\u2019",
                    "\uFF07",
                    "\u00A0x",
                    "x\u202Ey");

    // JSON writes these with backslashes, which PostHog's texts of properties keep.
    private static final List<String> ESCAPED =
            List.of(
                    "\"",
                    "\"\"",
                    "a\"b",
                    "\\",
                    "\\\\",
                    "\\'",
                    "\\\"",
                    "\\x27",
                    "a\nb",
                    "a\r\nb",
                    "a\tb",
                    "a\u000Bb",
                    "a\u001Ab",
                    "\\uD83D\\uDE00",
                    "\" FROM \"events\" --");

    private final WholeStack stack;
    private final Client client;

    HostileTextIT(WholeStack stack) {
        this.stack = stack;
        this.client = new Client(stack.running().gateway(), SampleProjects.UNBOUND_KEY);
    }

    static List<String> texts() {
        List<String> all = new ArrayList<>(PLAIN);
        all.addAll(ESCAPED);
        return all;
    }

    static List<String> plain() {
        return PLAIN;
    }

    static List<String> everyThird() {
        return IntStream.range(0, PLAIN.size() / 3)
                .mapToObj(third -> PLAIN.get(3 * third))
                .toList();
    }

    @BeforeAll
    void load() throws Exception {
        try (var clients = new StackClients(stack.running());
                var dynamoDb = clients.dynamoDb()) {
            new DynamoDbProjects(dynamoDb, stack.running().projectsTable()).save(project());
            var report =
                    clients.loader(Clock.systemUTC())
                            .load(
                                    PROJECT,
                                    List.of(EventSource.of("hostile", lines())),
                                    BadLines.FATAL,
                                    LoadListener.none());
            assertThat(report.taken()).isEqualTo(texts().size());
        }
    }

    @AfterAll
    void close() {
        client.close();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsAnEventByItsName(String text) throws Exception {
        assertThat(count(question(text))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("plain")
    void findsAnEventByAValue(String text) throws Exception {
        assertThat(count(filtered("value", text))).isEqualTo(1);
    }

    @Test
    void readsEscapesThatAnEventHoldsAsWritten() throws Exception {
        assertThat(count(filtered("value", "\\\\uD83D\\\\uDE00"))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("everyThird")
    void findsAnEventByAValueInHogQl(String text) throws Exception {
        ObjectNode question = filtered("", "");
        String quoted = text.replace("\\", "\\\\").replace("'", "\\'");
        question.putArray("properties")
                .addObject()
                .put("type", "hogql")
                .put("key", "JSONExtractRaw(properties, 'value') = '\"" + quoted + "\"'");

        assertThat(count(question)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsAnEventByAKey(String text) throws Exception {
        assertThat(count(filtered("key " + text, "here"))).isEqualTo(1);
    }

    @Test
    void showsEveryValue() throws Exception {
        ObjectNode question = filtered("value", "");
        question.remove("properties");
        question.put("breakdown", "value").put("breakdown_limit", 200);

        Reply reply = ask(question);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.series().stream().map(entry -> entry.path("breakdown_value").asText()))
                .hasSize(texts().size())
                .containsAll(PLAIN);
    }

    @Test
    void findsNothingWithANulCharacter() throws Exception {
        assertThat(count(question("a\u0000b"))).isZero();
        assertThat(count(filtered("value", "a\u0000b"))).isZero();
        assertThat(count(filtered("a\u0000b", "here"))).isZero();
    }

    @Test
    void refusesHalfOfASurrogatePair() throws Exception {
        Reply reply =
                client.ask(
                        PROJECT, "{\"events\": [{\"id\": \"$pageview\"}, {\"id\": \"\\ud800\"}]}");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("attr").asText()).isEqualTo("events__1__id");
    }

    private long count(ObjectNode question) throws Exception {
        Reply reply = ask(question);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().at("/result/0/count").asLong(-1);
    }

    private Reply ask(ObjectNode question) throws Exception {
        return client.ask(PROJECT, question.toString());
    }

    private static ObjectNode question(String event) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.putArray("events").addObject().put("id", event);
        return question.put("date_from", DAY).put("date_to", DAY);
    }

    private static ObjectNode filtered(String key, String value) {
        ObjectNode question = question("");
        ((ObjectNode) question.at("/events/0")).putNull("id");
        question.putArray("properties")
                .addObject()
                .put("key", key)
                .put("value", value)
                .put("operator", "exact")
                .put("type", "event");
        return question;
    }

    private static byte[] lines() {
        StringBuilder lines = new StringBuilder();
        for (String text : texts()) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("event", text);
            event.put("timestamp", DAY + "T10:00:00.000Z");
            event.put("distinct_id", "one");
            event.put("uuid", "00000000-0000-4000-8000-%012d".formatted(lines.length()));
            event.putObject("properties").put("value", text).put("key " + text, "here");
            lines.append(event).append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    private static Project project() {
        return new Project(
                PROJECT,
                "hostile",
                "",
                ZoneId.of("UTC"),
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }
}
