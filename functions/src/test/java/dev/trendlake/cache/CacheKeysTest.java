package dev.trendlake.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.BreakdownLimit;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Dimension;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.Formula;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.SeriesNaming;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheKeysTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final PropertyFilter FIREFOX = browserIs(new FilterValue.Text("Firefox"), "a");

    @Test
    void isTheSameForTheSameQuestion() {
        assertThat(key(new Question())).isEqualTo(key(new Question()));
    }

    @Test
    void isASha256() {
        assertThat(key(new Question()).digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void leavesOutWhatIsMadeOfTheRowsAfterwards() {
        Question other = new Question();
        other.naming = new SeriesNaming("other", "my own", "total", "", "", "");
        other.address = new Address("series__7");
        other.formulas = List.of(new Formula("A*2", "", new Address("formula")));
        other.smoothing = 7;
        other.echo = Map.of("insight", "TRENDS");

        assertThat(key(other)).isEqualTo(key(new Question()));
    }

    @Test
    void leavesOutWhereAFilterStood() {
        assertThat(filtered(browserIs(new FilterValue.Text("Firefox"), "elsewhere")))
                .isEqualTo(filtered(FIREFOX));
    }

    @Test
    void tellsFiltersApart() {
        assertThat(
                        List.of(
                                filtered(PropertyFilter.everything()),
                                filtered(FIREFOX),
                                filtered(browserIs(new FilterValue.Text("firefox"), "a")),
                                filtered(browserIs(new FilterValue.Text("1"), "a")),
                                filtered(browserIs(new FilterValue.Numeric(BigDecimal.ONE), "a")),
                                filtered(browserIs(new FilterValue.Truth(true), "a")),
                                filtered(browserIs(texts("ab", "c"), "a")),
                                filtered(browserIs(texts("a", "bc"), "a")),
                                filtered(new PropertyFilter.All(List.of(FIREFOX))),
                                filtered(new PropertyFilter.Any(List.of(FIREFOX)))))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAFilterOfTheSeriesFromOneOfTheQuestion() {
        Question ofSeries = new Question();
        ofSeries.seriesFilter = FIREFOX;

        assertThat(key(ofSeries)).isNotEqualTo(filtered(FIREFOX));
    }

    @Test
    void tellsQuestionsApart() {
        Question event = new Question();
        event.entity = new Entity.Event("$pageview");
        Question people = new Question();
        people.aggregation = new Aggregation.UniqueActors(new Actor.Person());
        Question brokenDown = new Question();
        brokenDown.breakdown =
                new Breakdown.Single(
                        new Dimension(
                                new Property.OfEvent("$browser"), false, 0, new Address("b")));
        Question limited = new Question();
        limited.limit = new BreakdownLimit(3, false);
        Question compared = new Question();
        compared.comparison = new Comparison.With(range("2026-11-09T00:00Z[UTC]"));
        Question total = new Question();
        total.display = Display.BOLD_NUMBER;
        Question sampled = new Question();
        sampled.samplingFactor = 0.5;

        assertThat(
                        List.of(
                                key(new Question()),
                                key(event),
                                key(people),
                                key(brokenDown),
                                key(limited),
                                key(compared),
                                key(total),
                                key(sampled)))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsProjectsApart() {
        TrendQuery query = new Question().query();

        assertThat(keyOf(query, project(1, PropertyDefinitions.none())))
                .isNotEqualTo(keyOf(query, project(2, PropertyDefinitions.none())));
    }

    @Test
    void dependsOnTheTypesOfThePropertiesThatItUses() {
        Question question = new Question();
        question.filter = FIREFOX;
        PropertyDefinitions used = eventType("$browser", PropertyType.NUMERIC);
        PropertyDefinitions unused = eventType("$os", PropertyType.NUMERIC);

        CacheKey key = key(question);

        assertThat(keyOf(question.query(), project(1, used))).isNotEqualTo(key);
        assertThat(keyOf(question.query(), project(1, unused))).isEqualTo(key);
    }

    @Test
    void isAnotherOnceEventsHaveArrived() {
        Question question = new Question();
        Project loaded = project(1, 4, PropertyDefinitions.none());

        assertThat(keyOf(question.query(), loaded)).isNotEqualTo(key(question));
    }

    @Test
    void dependsOnAllTypesWhereAnExpressionMayUseThem() {
        Question question = new Question();
        question.filter =
                new PropertyFilter.HogQlHolds(HogQlText.of("properties.a = 1"), new Address("a"));
        PropertyDefinitions typed = eventType("a", PropertyType.NUMERIC);

        assertThat(keyOf(question.query(), project(1, typed))).isNotEqualTo(key(question));
    }

    @Test
    void tellsRangesApart() {
        String from = "2026-11-16T00:00Z[UTC]";
        String to = "2026-11-23T23:59:59.999999Z[UTC]";
        assertThat(
                        List.of(
                                during(range(from, to, from, Interval.DAY)),
                                during(range(from, to, from, Interval.WEEK)),
                                during(range(from, to, "2026-11-15T00:00Z[UTC]", Interval.DAY)),
                                during(
                                        range(
                                                "2026-11-15T00:00Z[UTC]",
                                                to,
                                                "2026-11-15T00:00Z[UTC]",
                                                Interval.DAY)),
                                during(
                                        range(
                                                from,
                                                "2026-11-22T23:59:59.999999Z[UTC]",
                                                from,
                                                Interval.DAY)),
                                during(
                                        range(
                                                from,
                                                "2026-11-23T12:34:56Z[UTC]",
                                                from,
                                                Interval.DAY))))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsZonesApartThatAgree() {
        TimeRange berlin = range("2026-11-16T00:00+01:00[Europe/Berlin]");
        TimeRange paris = range("2026-11-16T00:00+01:00[Europe/Paris]");

        assertThat(during(berlin)).isNotEqualTo(during(paris));
    }

    @Test
    void isTheSameForAllTheDayWhereTheRangeEndsNow() {
        assertThat(endingNow("2026-11-23T18:07:59.9Z", 7 * 24))
                .isEqualTo(endingNow("2026-11-23T10:20:30.5Z", 7 * 24));
    }

    @Test
    void isAnotherOnTheNextDayWhereTheRangeEndsNow() {
        assertThat(endingNow("2026-11-24T10:20:30.5Z", 7 * 24))
                .isNotEqualTo(endingNow("2026-11-23T10:20:30.5Z", 7 * 24));
    }

    @Test
    void tellsPeriodsApartThatARangeIsComparedWith() {
        assertThat(comparedWith(range("2026-11-08T00:00Z[UTC]")))
                .isNotEqualTo(comparedWith(range("2026-11-09T00:00Z[UTC]")));
    }

    @Test
    void namesAPeriodThatEndsNowByItsWordsAndBuckets() {
        assertThat(comparedWith(movingPeriod("2026-11-09T18:07:59Z[UTC]", "-7d")))
                .isEqualTo(comparedWith(movingPeriod("2026-11-09T10:20:30Z[UTC]", "-7d")))
                .isNotEqualTo(comparedWith(movingPeriod("2026-11-09T10:20:30Z[UTC]", "-8d")));
    }

    private static TimeRange movingPeriod(String from, String words) {
        TimeRange day = range(from);
        return new TimeRange(
                day.from(), day.to(), day.from(), Interval.DAY, DayOfWeek.SUNDAY, words);
    }

    private static CacheKey comparedWith(TimeRange previous) {
        Question question = new Question();
        question.comparison = new Comparison.With(previous);
        return key(question);
    }

    @Test
    void isAnotherInEachHourWhereAnExpressionLooksAtTheClock() {
        assertThat(expressionAt("timestamp > now() - 5", "2026-11-23T18:07:59Z[UTC]"))
                .isEqualTo(expressionAt("timestamp > now() - 5", "2026-11-23T18:40:00Z[UTC]"))
                .isNotEqualTo(expressionAt("timestamp > now() - 5", "2026-11-23T19:07:59Z[UTC]"));
    }

    // The end of the range stands for the moment of the question: only its second differs here.
    private static CacheKey expressionAt(String expression, String now) {
        Question question = new Question();
        question.filter = new PropertyFilter.HogQlHolds(HogQlText.of(expression), new Address("a"));
        ZonedDateTime end = ZonedDateTime.parse(now);
        ZonedDateTime from = end.minusDays(2);
        question.range = new TimeRange(from, end, from, Interval.DAY, DayOfWeek.SUNDAY, "now");
        return key(question);
    }

    @Test
    void tellsRangesApartThatEndNow() {
        assertThat(endingNow("2026-11-23T18:07:59.9Z", 3))
                .isNotEqualTo(endingNow("2026-11-23T18:07:59.9Z", 4));
    }

    private static CacheKey endingNow(String now, int hours) {
        Instant instant = Instant.parse(now);
        ZonedDateTime to = instant.atZone(UTC);
        ZonedDateTime from = to.minusHours(hours);
        Question question = new Question();
        question.display = Display.BOLD_NUMBER;
        question.range =
                new TimeRange(from, to, from, Interval.DAY, DayOfWeek.SUNDAY, "-" + hours + "h");
        return keyOf(question.query(), project(1, PropertyDefinitions.none()));
    }

    private static CacheKey key(Question question) {
        return keyOf(question.query(), project(1, PropertyDefinitions.none()));
    }

    private static CacheKey filtered(PropertyFilter filter) {
        Question question = new Question();
        question.filter = filter;
        return key(question);
    }

    private static CacheKey during(TimeRange range) {
        Question question = new Question();
        question.range = range;
        return key(question);
    }

    private static PropertyFilter browserIs(FilterValue value, String address) {
        return new PropertyFilter.Condition(
                new Property.OfEvent("$browser"), Operator.EXACT, value, new Address(address));
    }

    private static FilterValue texts(String first, String second) {
        return new FilterValue.Many(
                List.of(new FilterValue.Text(first), new FilterValue.Text(second)));
    }

    private static PropertyDefinitions eventType(String key, PropertyType type) {
        return new PropertyDefinitions(Map.of(key, type), Map.of(), Map.of());
    }

    static TimeRange range(String from) {
        ZonedDateTime start = ZonedDateTime.parse(from);
        return new TimeRange(start, start.plusDays(1), start, Interval.DAY, DayOfWeek.SUNDAY, "");
    }

    private static TimeRange range(String from, String to, String counted, Interval interval) {
        return new TimeRange(
                ZonedDateTime.parse(from),
                ZonedDateTime.parse(to),
                ZonedDateTime.parse(counted),
                interval,
                DayOfWeek.SUNDAY,
                "");
    }

    private static Project project(long id, PropertyDefinitions definitions) {
        return project(id, 0, definitions);
    }

    private static Project project(long id, long lakeVersion, PropertyDefinitions definitions) {
        return new Project(
                id,
                "a project",
                "",
                UTC,
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                lakeVersion,
                SideTables.none(),
                definitions);
    }

    private static CacheKey keyOf(TrendQuery query, Project project) {
        return CacheKeys.of(query, project, new LakeNews.None());
    }
}
