package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceReportTest {
    private static final Outcome PASSED = new Outcome.Passed(new RequestName("one", "first"));
    private static final Outcome FAILED =
            new Outcome.Failed(new RequestName("one", "second"), "status: expected 200, was 400");

    @TempDir Path folder;

    @Test
    void closesWithTheCounts() throws Exception {
        assertThat(
                        new ConformanceReport(1, List.of(PASSED, FAILED), AllowedFailures.none())
                                .lines())
                .containsExactly(
                        "one › second: status: expected 200, was 400",
                        "1 cases, 2 requests; 0 of the failures are on the list",
                        "1 passed, 1 failed");
    }

    @Test
    void isGoodWhenAllPass() {
        assertThat(new ConformanceReport(1, List.of(PASSED), AllowedFailures.none()).isGood())
                .isTrue();
        assertThat(
                        new ConformanceReport(1, List.of(PASSED, FAILED), AllowedFailures.none())
                                .isGood())
                .isFalse();
    }

    @Test
    void allowsFailuresOnTheList() throws Exception {
        assertThat(report("# not yet\n\none › second\n").isGood()).isTrue();
    }

    @Test
    void failsWhenARequestOnTheListPasses() throws Exception {
        ConformanceReport report = report("one › second\none › first\n");
        assertThat(report.isGood()).isFalse();
        assertThat(report.complaints())
                .containsExactly("one › first: passes, take it off the list");
    }

    @Test
    void failsWhenTheListNamesNothing() throws Exception {
        ConformanceReport report = report("one › second\none › third\n");
        assertThat(report.isGood()).isFalse();
        assertThat(report.complaints())
                .containsExactly("one › third: on the list, but no request has this name");
    }

    private ConformanceReport report(String list) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), list);
        return new ConformanceReport(1, List.of(PASSED, FAILED), AllowedFailures.read(file));
    }
}
