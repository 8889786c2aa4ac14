package dev.trendlake.local.hogql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.hogql.HogQlAggregation;
import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlTranslator;
import dev.trendlake.hogql.RandomExpressions;
import dev.trendlake.hogql.SampleScope;
import dev.trendlake.local.athena.TestLake;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.HogQlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What expressions give on the engine is what ClickHouse gives: each line of a file is an
 * expression, an arrow and the text of its value.
 */
class HogQlValuesTest {
    private static final String EVENTS =
            """
            (VALUES
              ('u1', 'open', TIMESTAMP '2026-11-21 23:30:15.250', 'pro', '10', 'https://www.example.com:8080/a/b?x=1&y=a%20b#top', '{"a": {"b": [1, {"c": "deep"}]}, "name": "Ann", "n": 1.5, "flag": true, "list": ["x", "y"], "nothing": null}', '["x","y","z"]', '{"b": [1, {"c": "deep"}]}'),
              ('u2', 'open', TIMESTAMP '2026-11-22 12:00:00.000', 'pro', '20.5', '', '{}', '[]', NULL),
              ('u3', 'close', TIMESTAMP '2026-11-23 12:00:00.000', 'free', '30', NULL, '{}', NULL, NULL),
              ('u4', 'close', TIMESTAMP '2026-11-24 12:00:00.000', NULL, 'unknown', NULL, '{}', NULL, NULL)
            ) AS t ("uuid", "event", "timestamp", "plan", "price", "url", "properties", "list", "a")\
            """;

    private static final HogQlTranslator TRANSLATOR =
            new HogQlTranslator(new SampleScope(ZoneId.of("Europe/Berlin"), DayOfWeek.SUNDAY));

    private final TestLake lake = TestLake.shared();

    /** An expression and the text that its value must read. */
    record Line(String expression, String value) {
        @Override
        public String toString() {
            return expression;
        }

        HogQlText text() {
            return new HogQlText(
                    expression,
                    List.of(new Action(1, "signed up", List.of())),
                    List.of(
                            new Cohort(1, "ours", new CohortMembers.Everybody()),
                            new Cohort(2, "theirs", new CohortMembers.Everybody())));
        }
    }

    @Test
    void givesTheValuesOfOneEvent() {
        List<Line> lines = lines("values.txt");

        assertThat(table(lines, values(lines))).isEqualTo(table(lines, expected(lines)));
    }

    @Test
    void givesTheValuesOfManyEvents() {
        List<Line> lines = lines("aggregates.txt");
        List<String> inputs = new ArrayList<>(List.of("event"));
        List<String> values = new ArrayList<>();
        for (Line line : lines) {
            HogQlAggregation aggregation =
                    TRANSLATOR.aggregation(line.text(), "in" + values.size(), Conditions.ALWAYS);
            aggregation
                    .inputs()
                    .forEach(input ->
                            inputs.add(SqlRenderer.render(input.value()) + " AS " + input.name()));
            values.add(SqlRenderer.render(aggregation.value()));
        }
        String sql =
                "SELECT %s FROM (SELECT %s FROM %s)"
                        .formatted(String.join(",\n", values), String.join(",\n", inputs), EVENTS);

        assertThat(table(lines, row(sql))).isEqualTo(table(lines, expected(lines)));
    }

    @Test
    void takesWhateverIsTranslated() {
        RandomExpressions random = new RandomExpressions(20_261_123);
        List<Line> lines = new ArrayList<>();
        while (lines.size() < 150) {
            Line line = new Line(random.next(2), "");
            if (isTranslated(line)) {
                lines.add(line);
            }
        }

        assertThat(lake.failure(select(lines))).isNull();
    }

    private static boolean isTranslated(Line line) {
        try {
            TRANSLATOR.text(line.text());
            return true;
        } catch (HogQlException _) {
            return false;
        }
    }

    // All at once; one by one only to say which of them the engine refuses.
    private List<String> values(List<Line> lines) {
        String sql = select(lines);
        if (lake.failure(sql) == null) {
            return row(sql);
        }
        return lines.stream()
                .map(line -> select(List.of(line)))
                .map(one ->
                        Objects.requireNonNullElseGet(lake.failure(one), () -> row(one).getFirst()))
                .toList();
    }

    private static String select(List<Line> lines) {
        return lines.stream()
                        .map(line -> SqlRenderer.render(TRANSLATOR.text(line.text())))
                        .collect(joining(",\n", "SELECT ", ""))
                + " FROM "
                + EVENTS
                + " WHERE uuid = 'u1'";
    }

    private List<String> row(String sql) {
        return List.of(lake.rows(sql).getFirst().split("[|]", -1));
    }

    private static List<String> expected(List<Line> lines) {
        return lines.stream().map(Line::value).toList();
    }

    private static String table(List<Line> lines, List<String> values) {
        return IntStream.range(0, lines.size())
                .mapToObj(place -> lines.get(place).expression() + " => " + values.get(place))
                .collect(joining("\n"));
    }

    static List<Line> lines(String file) {
        try (var stream = HogQlValuesTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" => ", -1))
                    .map(parts -> new Line(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
