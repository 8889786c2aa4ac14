package dev.trendlake.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final List<Bar> BARS =
            List.of(
                    new Bar("17-May-2015", 613),
                    new Bar("18-May-2015", 1226),
                    new Bar("19-May-2015", 0));

    @Test
    void fillsTheTerminalWithTheLongestBar() {
        List<String> lines = new BarChart(new Terminal(60, true)).lines(BARS);
        assertThat(lines)
                .containsExactly(
                        "  17-May-2015 " + "█".repeat(20) + " 613",
                        "  18-May-2015 " + "█".repeat(40) + " 1,226",
                        "  19-May-2015  0");
        assertThat(lines.get(1)).hasSize(60);
    }

    @Test
    void drawsPartsOfABlock() {
        List<String> lines =
                new BarChart(new Terminal(40, true))
                        .lines(List.of(new Bar("a", 100), new Bar("b", 50), new Bar("c", 1)));
        assertThat(lines)
                .containsExactly(
                        "  a " + "█".repeat(32) + " 100",
                        "  b " + "█".repeat(16) + " 50",
                        "  c ▍ 1");
    }

    @Test
    void drawsInAsciiWhereBlocksAreNotShown() {
        assertThat(new BarChart(new Terminal(60, false)).lines(BARS))
                .first()
                .isEqualTo("  17-May-2015 " + "#".repeat(20) + " 613");
    }

    @Test
    void cutsLongLabels() {
        assertThat(new BarChart(new Terminal(40, false)).lines(List.of(new Bar("x".repeat(50), 1))))
                .containsExactly("  " + "x".repeat(19) + "~ " + "#".repeat(15) + " 1");
    }

    @Test
    void drawsNoBarWithoutNumbers() {
        assertThat(new BarChart(new Terminal(40, true)).lines(List.of())).isEmpty();
        assertThat(new BarChart(new Terminal(40, true)).lines(List.of(new Bar("a", 0))))
                .containsExactly("  a  0");
    }

    @Test
    void findsOutWhatTheTerminalIs() {
        assertThat(Terminal.of("100", StandardCharsets.UTF_8)).isEqualTo(new Terminal(100, true));
        assertThat(Terminal.of("", StandardCharsets.US_ASCII)).isEqualTo(new Terminal(80, false));
        assertThat(Terminal.of("5", StandardCharsets.UTF_8).width()).isEqualTo(40);
    }
}
