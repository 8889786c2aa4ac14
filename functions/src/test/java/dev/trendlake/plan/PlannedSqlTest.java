package dev.trendlake.plan;

import static dev.trendlake.trend.Questions.eventProperty;
import static dev.trendlake.trend.Questions.personProperty;
import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TrendQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole SQL of representative questions, as reviewed text: one file each. */
class PlannedSqlTest {
    private static final Path FILES = Path.of("src/test/resources/sql");
    private static final TrendPlanner PLANNER = new TrendPlanner(LakeTables.usual());

    private static final Map<String, TrendQuery> QUESTIONS =
            Map.ofEntries(
                    Map.entry("total-per-day", question().total("$pageview").query()),
                    Map.entry("unique-users-per-day", question().uniqueUsers("$pageview").query()),
                    Map.entry(
                            "two-series",
                            question().total("sign up").uniqueUsers("$pageview").query()),
                    Map.entry(
                            "all-events-per-hour-in-kathmandu",
                            question()
                                    .count(
                                            new Entity.AllEvents(),
                                            new Aggregation.Total(),
                                            PropertyFilter.everything())
                                    .per(Interval.HOUR, DayOfWeek.SUNDAY)
                                    .in("Asia/Kathmandu")
                                    .query()),
                    Map.entry(
                            "weeks-from-sunday",
                            question().per(Interval.WEEK, DayOfWeek.SUNDAY).query()),
                    Map.entry(
                            "weeks-from-monday",
                            question().per(Interval.WEEK, DayOfWeek.MONDAY).query()),
                    Map.entry(
                            "months-in-phoenix",
                            question()
                                    .per(Interval.MONTH, DayOfWeek.SUNDAY)
                                    .in("America/Phoenix")
                                    .query()),
                    Map.entry(
                            "by-browser-with-other",
                            question().by(new Property.OfEvent("$browser")).query()),
                    Map.entry(
                            "by-person-plan-two-series-hiding-other",
                            question()
                                    .total("sign up")
                                    .uniqueUsers("$pageview")
                                    .by(new Property.OfPerson("plan"))
                                    .limit(3, true)
                                    .query()),
                    Map.entry("by-number", question().by(new Property.OfEvent("price")).query()),
                    Map.entry(
                            "filters-per-series-and-overall",
                            question()
                                    .count(
                                            new Entity.Event("$pageview"),
                                            new Aggregation.Total(),
                                            eventProperty(
                                                    "$browser", Operator.EXACT, "Chrome", "Safari"))
                                    .count(
                                            new Entity.Event("$pageview"),
                                            new Aggregation.UniqueActors(new Actor.Person()),
                                            eventProperty("price", Operator.GT, "9.5"))
                                    .where(
                                            new PropertyFilter.Any(
                                                    List.of(
                                                            personProperty(
                                                                    "email",
                                                                    Operator.NOT_ICONTAINS,
                                                                    "@example.com"),
                                                            eventProperty(
                                                                    "paid", Operator.EXACT, true))))
                                    .query()),
                    Map.entry(
                            "version-range",
                            question()
                                    .where(eventProperty("version", Operator.SEMVER_CARET, "1.2.3"))
                                    .query()));

    static Stream<String> names() {
        return QUESTIONS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsReviewed(String name) throws IOException {
        String reviewed = Files.readString(FILES.resolve(name + ".sql"));

        assertThat(sql(name) + "\n").isEqualTo(reviewed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void usesOnlyFunctionsOfAthena(String name) throws IOException {
        assertThat(AthenaFunctions.known()).containsAll(AthenaFunctions.calledIn(sql(name)));
    }

    @Test
    void everyReviewedFileBelongsToAQuestion() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".sql", "")))
                    .containsExactlyInAnyOrderElementsOf(QUESTIONS.keySet());
        }
    }

    @Test
    void readsTheEventsOnce() {
        assertThat(names().map(PlannedSqlTest::sql))
                .allSatisfy(sql -> assertThat(sql).containsOnlyOnce("FROM \"events\""));
    }

    private static String sql(String name) {
        TrendQuery query = QUESTIONS.get(name);
        return SqlRenderer.render(PLANNER.plan(Objects.requireNonNull(query), Questions.project()));
    }
}
