package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.stack.LocalStack;
import dev.trendlake.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases about errors and CSV, sent to the gateway as any client would. */
class CasesOverHttpIT {
    private static final Path CASES = Path.of("../conformance");

    @TempDir private Path folder = Path.of("");

    @Test
    void answersAsPostHogDoes() throws Exception {
        List<ConformanceCase> cases =
                CaseFolder.read(CASES).stream().filter(CasesOverHttpIT::isAboutHttp).toList();
        MovableClock clock = new MovableClock();
        StackOptions options =
                StackOptions.of(Path.of(".."))
                        .withoutRateLimits()
                        .withData(folder.resolve("data"))
                        .withLogs(folder.resolve("logs"));
        try (DocumentedStack stack =
                new DocumentedStack(new StackOverHttp(LocalStack.start(options, clock), clock))) {
            List<Outcome> outcomes = new ConformanceRun(stack, Clock.systemUTC()).run(cases);
            ConformanceReport report =
                    new ConformanceReport(cases.size(), outcomes, AllowedFailures.none());
            assertThat(outcomes).hasSizeGreaterThan(5);
            assertThat(report.complaints()).as(report.lines().getLast()).isEmpty();
            assertThat(stack.violations()).isEmpty();
        }
    }

    private static boolean isAboutHttp(ConformanceCase source) {
        try {
            JsonNode tags =
                    CaseJson.MAPPER
                            .readTree(Files.readString(CASES.resolve(source.file())))
                            .path("tags");
            return tags.toString().matches(".*\"(error|csv)\".*");
        } catch (IOException e) {
            throw new IllegalStateException(source.file(), e);
        }
    }
}
