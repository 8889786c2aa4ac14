package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.stack.Stack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** All cases; with columns again those that can notice. Each run has projects of its own. */
class ConformanceIT {
    private static final Path CASES = Path.of("../conformance");
    private static final long PROJECTS_OF_A_RUN = 10_000;

    private static Stack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = FreshStack.STARTER.start(0);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @EnumSource(value = CaseColumns.class, mode = Mode.EXCLUDE, names = "NONE")
    void answersTheSameFromColumns(CaseColumns columns) throws Exception {
        List<ConformanceCase> cases =
                CaseFolder.read(CASES).stream()
                        .filter(new AskedProperties(CASES)::isAnyIn)
                        .toList();
        assertThat(cases).hasSizeGreaterThan(150);
        assertThat(run(stack, columns, cases)).isEmpty();
    }

    @Test
    void answersAsPostHogDoesAndAsDocumented() throws Exception {
        DocumentedStack documented = new DocumentedStack(stack);
        assertThat(run(documented, CaseColumns.NONE, CaseFolder.read(CASES))).isEmpty();
        assertThat(documented.violations()).isEmpty();
    }

    private static List<String> run(Stack stack, CaseColumns columns, List<ConformanceCase> cases)
            throws Exception {
        long before =
                switch (columns) {
                    case NONE -> 0;
                    case EVERYWHERE -> PROJECTS_OF_A_RUN;
                    case IN_NEWER_FILES -> 2 * PROJECTS_OF_A_RUN;
                };
        List<Outcome> outcomes =
                new ConformanceRun(stack, Clock.systemUTC(), columns, before).run(cases);
        return new ConformanceReport(cases.size(), outcomes, AllowedFailures.none()).complaints();
    }
}
