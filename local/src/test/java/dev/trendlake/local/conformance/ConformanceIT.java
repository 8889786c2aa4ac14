package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.stack.Stack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All cases. */
class ConformanceIT {
    @Test
    void answersAsPostHogDoesAndAsDocumented() throws Exception {
        List<ConformanceCase> cases = CaseFolder.read(Path.of("../conformance"));
        try (Stack stack = FreshStack.STARTER.start(0)) {
            DocumentedStack documented = new DocumentedStack(stack);
            List<Outcome> outcomes = new ConformanceRun(documented, Clock.systemUTC()).run(cases);
            assertThat(
                            new ConformanceReport(cases.size(), outcomes, AllowedFailures.none())
                                    .complaints())
                    .isEmpty();
            assertThat(documented.violations()).isEmpty();
        }
    }
}
