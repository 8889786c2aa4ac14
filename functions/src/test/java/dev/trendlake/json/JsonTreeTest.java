package dev.trendlake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees are what Jackson's mapper makes of the same text, and so are texts. */
class JsonTreeTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                " false ",
                "0",
                "-0",
                "1.50",
                "-0.0",
                "1e400",
                "1E-7",
                "2147483648",
                "-9223372036854775809",
                "123456789012345678901234567890.10",
                "\"\"",
                "\"\\u00e9\\ud83d\\ude00\\n\\/ \u2028 \u0000x\"",
                "[]",
                "[[],{},[1,[2,[3]]]]",
                "{}",
                "{\"a\":1,\"b\":{\"a\":[null]},\"a\":{\"c\":\"last\"}}"
            })
    void readsAndWritesAsTheMapperDoes(String text) {
        assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,]",
                "{\"a\"}",
                "{} {}",
                "1 2",
                "NaN",
                "01",
                "+1",
                "'a'",
                "nul",
                "\"\t\"",
                "]",
                "[1}",
                "{\"a\":1,}",
                "\uFEFF{}",
                "// c\n1",
                "\"\\x\"",
                ":",
                "\"open"
            })
    void refusesWhatTheMapperRefuses(String text) {
        assertSame(text);
    }

    @Test
    void readsAndWritesEveryCaseAsTheMapperDoes() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("../conformance"))) {
            List<Path> cases = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(cases).hasSizeGreaterThan(200);
            for (Path file : cases) {
                assertSame(Files.readString(file));
            }
        }
    }

    @Test
    void boundsTheDepthAsTheMapperDoes() {
        assertSame("[".repeat(1_000) + "]".repeat(1_000));
        assertSame("[".repeat(1_001) + "]".repeat(1_001));
        assertThatThrownBy(() -> JsonTree.read("[".repeat(1_001)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void writesEveryKindOfNumberAsTheMapperDoes() throws Exception {
        ObjectNode numbers = JsonTree.object();
        numbers.put("short", (short) 3).put("int", 4).put("long", 1L << 40);
        numbers.put("float", 0.1f).put("double", 0.1).put("large", 1e300);
        numbers.put("nan", Double.NaN).put("infinite", Float.NEGATIVE_INFINITY);
        numbers.put("whole", BigInteger.TEN.pow(30)).put("exact", new BigDecimal("1E+3"));
        numbers.putNull("null").putArray("list").add(1).add("two").add(true);
        assertThat(JsonTree.write(numbers)).isEqualTo(MAPPER.writeValueAsString(numbers));
    }

    private static void assertSame(String text) {
        JsonNode expected;
        try {
            expected = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            assertThatThrownBy(() -> JsonTree.read(text))
                    .as(text)
                    .isInstanceOf(JsonProcessingException.class);
            return;
        }
        assertThat(read(text)).as(text).isEqualTo(expected);
        assertThat(JsonTree.write(read(text))).as(text).isEqualTo(expected.toString());
    }

    private static JsonNode read(String text) {
        try {
            return JsonTree.read(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
