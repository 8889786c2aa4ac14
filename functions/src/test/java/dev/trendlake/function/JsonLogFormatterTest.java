package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.JsonFormat;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLogFormatterTest {
    @Test
    void writesOneLineOfJson() throws IOException {
        LogRecord warning = new LogRecord(Level.WARNING, "it is {0}");
        warning.setParameters(new Object[] {"late"});
        warning.setLoggerName("a.logger");
        warning.setThrown(new IllegalStateException("two\nlines"));

        String text = new JsonLogFormatter().format(warning);

        assertThat(text).hasLineCount(1).endsWith("\n");
        JsonNode line = JsonFormat.read(text);
        assertThat(line.path("level").asText()).isEqualTo("WARNING");
        assertThat(line.path("message").asText()).isEqualTo("it is late");
        assertThat(line.path("stack").asText()).contains("two\nlines");
    }
}
