package dev.trendlake.intake.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.intake.compact.CompactionReport;
import dev.trendlake.intake.compact.RewriteReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CompactLogTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-02");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompactLog log =
            new CompactLog(
                    new PrintStream(bytes, true, StandardCharsets.UTF_8),
                    () -> Instant.parse("2026-11-27T10:00:00Z"));

    @Test
    void saysWhatBecameOfADay() throws Exception {
        log.day(7, DAY, 2, new RewriteReport(5, 1, 1_000));

        assertThat(line())
                .isEqualTo(
                        parsed(
                                """
                                {"timestamp": "2026-11-27T10:00:00Z", "level": "INFO", "function": "CompactFunction",
                                 "project": 7, "day": "2020-01-02", "files_removed": 2, "files_replaced": 5,
                                 "files_written": 1, "bytes_written": 1000}
                                """));
    }

    @Test
    void saysWhichDayFailedAndWhy() throws Exception {
        log.failed(7, DAY, new IOException("damaged"));

        JsonNode line = line();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("project").asLong()).isEqualTo(7);
        assertThat(line.path("day").asText()).isEqualTo("2020-01-02");
        assertThat(line.path("reason").asText()).isEqualTo("damaged");
        assertThat(line.path("stack").asText()).contains("CompactLogTest");
    }

    @Test
    void saysWhichProjectFailedAndWhy() throws Exception {
        log.failed(7, new IllegalStateException("refused"));

        JsonNode line = line();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("project").asLong()).isEqualTo(7);
        assertThat(line.has("day")).isFalse();
        assertThat(line.path("reason").asText()).isEqualTo("refused");
    }

    @Test
    void countsAtTheEnd() throws Exception {
        log.ended(new CompactionReport(40, 2, 1, false));

        assertThat(line())
                .isEqualTo(
                        parsed(
                                """
                                {"timestamp": "2026-11-27T10:00:00Z", "level": "ERROR", "function": "CompactFunction",
                                 "days": 40, "days_failed": 2, "projects_failed": 1, "done": false}
                                """));
    }

    private JsonNode line() throws IOException {
        return parsed(bytes.toString(StandardCharsets.UTF_8));
    }

    // Whole numbers of any width are the same number once they are read.
    private static JsonNode parsed(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
