package dev.trendlake.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.project.EventFile;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyColumns;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.Questions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Files that don't count, of the days that a statement reads. */
class LeftOutFilesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @Test
    void namesThoseOfTheDaysAlone() {
        LeftOutFiles files =
                of(
                        List.of(
                                new EventFile(DAY.minusDays(1), "a.parquet"),
                                new EventFile(DAY, "b.parquet"),
                                new EventFile(DAY.plusDays(1), "c.parquet")));

        assertThat(SqlRenderer.render(files.condition(DAY, DAY)))
                .isEqualTo(
                        "(NOT (\"$path\" IN"
                                + " ('s3://lake/events/project_id=7/day=2026-11-20/b.parquet')))");
        assertThat(files.condition(DAY.plusDays(2), DAY.plusDays(9))).isEqualTo(new Truth(true));
    }

    @Test
    void leavesHalfOfAStatementToTheQuestion() {
        // 1,191 paths of 110 bytes are 131,010 bytes, and one more is too many.
        List<EventFile> many = named(1_191);

        assertThat(SqlRenderer.render(of(many).condition(DAY, DAY)).length())
                .isBetween(131_072, 262_144 / 2 + 1_191 * 4 + 50);
        assertThatThrownBy(() -> of(named(1_192)).condition(DAY, DAY))
                .asInstanceOf(InstanceOfAssertFactories.type(QueryUnavailable.class))
                .satisfies(refused ->
                        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void countsTheNamesOfAllStretches() {
        List<EventFile> files =
                IntStream.range(0, 1_192)
                        .mapToObj(number -> new EventFile(DAY.plusDays(number % 2), name(number)))
                        .toList();
        LeftOutFiles leftOut = of(files);

        leftOut.condition(DAY, DAY);

        assertThatThrownBy(() -> leftOut.condition(DAY.plusDays(1), DAY.plusDays(1)))
                .isInstanceOf(QueryUnavailable.class);
    }

    private static List<EventFile> named(int count) {
        return IntStream.range(0, count).mapToObj(n -> new EventFile(DAY, name(n))).toList();
    }

    // With 45 bytes before it, 110 bytes.
    private static String name(int number) {
        return "%057d.parquet".formatted(number);
    }

    private static LeftOutFiles of(List<EventFile> files) {
        Project project = Questions.project().with(EventLayout.of(PropertyColumns.NONE, files));
        return new LeftOutFiles(LakeTables.usual(), project);
    }
}
