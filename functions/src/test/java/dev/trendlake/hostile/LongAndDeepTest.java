package dev.trendlake.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts of 100 kB and questions that nest deeply are answered or refused, soon and on a small
 * stack.
 */
class LongAndDeepTest {
    // A second when nothing else runs.
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int STACK = 1 << 20;

    private static final Map<String, String> PIECES =
            Map.ofEntries(
                    Map.entry("opened", "("),
                    Map.entry("negated", "-"),
                    Map.entry("denied", "not "),
                    Map.entry("added", "A+"),
                    Map.entry("to the power", "A**"),
                    Map.entry("joined", "'a'||"),
                    Map.entry("or", "event = 'a' or "),
                    Map.entry("and or", "event = 'a' and event = 'b' or "),
                    Map.entry("conditional", "if(true, 1, "),
                    Map.entry("list", "["),
                    Map.entry("member", "properties."),
                    Map.entry("subscript", "a["),
                    Map.entry("question", "1 ? 2 : "),
                    Map.entry("quotes", "'"),
                    Map.entry("double quotes", "\""),
                    Map.entry("escapes", "\\"),
                    Map.entry("digits", "9"),
                    Map.entry("letters", "A"),
                    Map.entry("blanks", " "),
                    Map.entry("brackets", "[a=\""),
                    Map.entry("children", "a>"),
                    Map.entry("classes", ".a"),
                    Map.entry("positions", ":nth-child(1)"),
                    Map.entry("repeated", "a{1,9}"),
                    Map.entry("starred", "(a*)*"),
                    Map.entry("dots", "1."));

    // Where a text is taken apart, not just compared.
    private static final List<Place> PLACES =
            Stream.concat(
                            Stream.of(
                                            "'properties': [{'type': 'hogql', 'key': '§'}]",
                                            "'breakdown_type': 'hogql', 'breakdown': '§'",
                                            "'breakdown': '§'",
                                            "'properties': '§'",
                                            "'formula': '§'",
                                            "'date_from': '§'",
                                            "'compare': true, 'compare_to': '§'",
                                            "'properties': [{'key': 'a', 'operator': 'regex',"
                                                    + " 'value': '§', 'type': 'event'}]",
                                            "'properties': [{'key': 'a', 'operator': 'exact',"
                                                    + " 'value': '§', 'type': 'event'}]",
                                            "'properties': [{'key': 'a', 'operator': 'semver_eq',"
                                                    + " 'value': '1.2.3-§', 'type': 'event'}]",
                                            "'properties': [{'key': 'selector', 'operator':"
                                                    + " 'exact', 'value': '§', 'type': 'element'}]")
                                    .map(field -> "{'events': [{'id': 'e'}], " + field + "}"),
                            Stream.of(
                                    "{'events': [{'id': 'e', 'math': 'hogql', 'math_hogql':"
                                            + " '§'}]}"))
                    .map(json -> Place.of(Place.Kind.FILTER, json))
                    .toList();

    static Stream<String> pieces() {
        return PIECES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void answersOrRefusesLongTexts(String name) {
        String piece = PIECES.getOrDefault(name, "");
        String text = piece.repeat(100_000 / piece.length());
        for (Place place : PLACES) {
            asksSoon(place.toString(), place.kind(), place.with(text));
        }
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void answersOrRefusesTextsOfTenThousandCharacters(String name) {
        String piece = PIECES.getOrDefault(name, "");
        for (int length : List.of(300, 3_000, 9_990)) {
            String text = piece.repeat(Math.max(1, length / piece.length())) + "1";
            for (Place place : PLACES) {
                asksSoon(place.toString(), place.kind(), place.with(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 400})
    void answersOrRefusesGroupsOfGroups(int depth) {
        JsonNode group = condition();
        for (int level = 0; level < depth; level++) {
            ObjectNode around = JsonNodeFactory.instance.objectNode();
            around.put("type", level % 2 == 0 ? "AND" : "OR");
            around.putArray("values").add(group).add(condition());
            group = around;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("events").addObject().put("id", "e");
        body.set("properties", group);

        asksSoon("groups", Place.Kind.FILTER, body);
    }

    private static ObjectNode condition() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", "a")
                .put("value", "b")
                .put("type", "event");
    }

    private static void asksSoon(String about, Place.Kind kind, JsonNode json) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        long start = System.nanoTime();
        Runnable asking =
                () -> {
                    Optional<String> sql = new Asked(kind, json).statement();
                    if (sql.isPresent() && sql.get().length() < 262_144) {
                        StatementTree.of(sql.get());
                    }
                };
        Thread thread = new Thread(null, asking, "asking", STACK);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(failure.get()).as(about).isNull();
        assertThat(taken).as(about).isLessThan(SOON);
    }
}
