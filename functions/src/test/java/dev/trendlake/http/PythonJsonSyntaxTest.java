package dev.trendlake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PythonJsonSyntaxTest {
    /** What CPython's json module says of each text, and Django REST framework of constants. */
    static Stream<JsonNode> errors() throws IOException {
        try (InputStream file =
                PythonJsonSyntaxTest.class.getResourceAsStream("python-json-errors.json")) {
            JsonNode cases =
                    JsonFormat.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void saysWhatPythonSays(JsonNode error) {
        assertThat(PythonJsonSyntax.errorIn(error.path("text").asText()))
                .isEqualTo(error.path("error").asText());
    }

    @Test
    void namesByteOrderMarks() {
        assertThat(PythonJsonSyntax.errorIn("\uFEFF{}"))
                .isEqualTo(
                        "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)");
    }

    @Test
    void survivesDeepNesting() {
        assertThat(PythonJsonSyntax.errorIn("[".repeat(1_000_000)))
                .isEqualTo("maximum recursion depth exceeded");
    }
}
