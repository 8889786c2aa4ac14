package dev.trendlake.hogql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostHog's own parser and ours agree. What it gives was recorded with {@code
 * src/test/hogql/record-syntax-trees.mjs}.
 */
class SyntaxTreesTest {
    private static final Path RECORDED =
            Path.of(
                    System.getProperty(
                            "syntax-trees",
                            "src/test/resources/dev/trendlake/hogql/syntax-trees.json"));

    private static final Comparator<JsonNode> NUMBERS_BY_VALUE =
            (one, other) ->
                    one.isNumber() && other.isNumber()
                            ? Double.compare(one.doubleValue(), other.doubleValue())
                            : Boolean.compare(false, !one.equals(other));

    /** An expression and the tree that PostHog's parser gives; without one it refuses. */
    record Recorded(String expression, JsonNode tree) {
        @Override
        public String toString() {
            return expression;
        }
    }

    @ParameterizedTest
    @MethodSource("read")
    void readsWhatPostHogReads(Recorded recorded) {
        JsonNode tree = SyntaxTree.of(HogQlParser.parse(recorded.expression()));

        assertThat(tree.equals(NUMBERS_BY_VALUE, recorded.tree()))
                .as("%s%nis not%n%s", tree, recorded.tree())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatPostHogRefuses(Recorded recorded) {
        assertThatThrownBy(() -> HogQlParser.parse(recorded.expression()))
                .isInstanceOf(HogQlException.class);
    }

    @Test
    void comparesMoreThanAHundredAndFiftyExpressions() {
        assertThat(recorded()).hasSizeGreaterThan(150);
    }

    static List<Recorded> read() {
        return recorded().filter(one -> !one.tree().isNull()).toList();
    }

    static List<Recorded> refused() {
        return recorded().filter(one -> one.tree().isNull()).toList();
    }

    private static Stream<Recorded> recorded() {
        try {
            JsonNode all = new ObjectMapper().readTree(Files.readString(RECORDED));
            return all.valueStream()
                    .map(one -> new Recorded(one.get("expression").asText(), one.get("tree")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
