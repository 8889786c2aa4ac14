package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.stack.Stack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ConformanceIT {
    private static final Path CASES = Path.of("../conformance");

    @ParameterizedTest
    @EnumSource(value = CaseColumns.class, mode = Mode.EXCLUDE, names = "NONE")
    void answersTheSameFromColumns(CaseColumns columns) throws Exception {
        List<ConformanceCase> cases = CaseFolder.read(CASES);
        try (Stack stack = FreshStack.STARTER.start(0)) {
            List<Outcome> outcomes =
                    new ConformanceRun(stack, Clock.systemUTC(), columns).run(cases);
            ConformanceReport report =
                    new ConformanceReport(cases.size(), outcomes, AllowedFailures.none());
            assertThat(report.complaints()).as(report.lines().getLast()).isEmpty();
        }
    }

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
