package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.stack.Stack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The cases that can notice whether properties have columns, by turns with columns in all files and
 * in the newer ones: {@code PropertyColumnsTest} compares both for each kind of question. Each run
 * has projects of its own.
 */
class ColumnsConformanceIT {
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
        List<ConformanceCase> noticing =
                CaseFolder.read(CASES).stream()
                        .filter(new AskedProperties(CASES)::isAnyIn)
                        .toList();
        List<ConformanceCase> cases =
                IntStream.range(0, noticing.size())
                        .filter(place -> turn(place) == columns)
                        .mapToObj(noticing::get)
                        .toList();
        assertThat(cases).hasSizeGreaterThan(100);

        List<Outcome> outcomes =
                new ConformanceRun(
                                stack,
                                Clock.systemUTC(),
                                columns,
                                columns == CaseColumns.EVERYWHERE ? 0 : PROJECTS_OF_A_RUN)
                        .run(cases);

        assertThat(
                        new ConformanceReport(cases.size(), outcomes, AllowedFailures.none())
                                .complaints())
                .isEmpty();
    }

    private static CaseColumns turn(int place) {
        return place % 2 == 0 ? CaseColumns.EVERYWHERE : CaseColumns.IN_NEWER_FILES;
    }
}
