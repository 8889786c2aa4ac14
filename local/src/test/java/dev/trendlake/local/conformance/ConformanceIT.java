package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceIT {
    private static final Path CASES = Path.of("../conformance");

    @Test
    void answersAsPostHogDoesAndAsDocumented() throws Exception {
        List<ConformanceCase> cases = CaseFolder.read(CASES);
        try (DocumentedStack stack = new DocumentedStack(FreshStack.STARTER.start(0))) {
            List<Outcome> outcomes = new ConformanceRun(stack, Clock.systemUTC()).run(cases);
            ConformanceReport report =
                    new ConformanceReport(cases.size(), outcomes, AllowedFailures.none());
            assertThat(report.complaints()).as(report.lines().getLast()).isEmpty();
            assertThat(stack.violations()).isEmpty();
        }
    }
}
