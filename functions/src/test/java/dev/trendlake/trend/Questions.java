package dev.trendlake.trend;

import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds questions for tests: by default page views per day, 1 to 4 January 2020, UTC. */
public final class Questions {
    private static final Address NOWHERE = new Address("");

    private final List<Series> series = new ArrayList<>();
    private PropertyFilter filter = PropertyFilter.everything();
    private Breakdown breakdown = new Breakdown.None();
    private BreakdownLimit limit = new BreakdownLimit(25, false);
    private Interval interval = Interval.DAY;
    private DayOfWeek weekStart = DayOfWeek.SUNDAY;
    private ZoneId zone = ZoneId.of("UTC");
    private LocalDate from = LocalDate.of(2020, 1, 1);
    private LocalDate to = LocalDate.of(2020, 1, 4);
    private Comparison comparison = new Comparison.None();
    private Display display = Display.LINE_GRAPH;
    private List<Formula> formulas = List.of();
    private int smoothing = 1;
    private double samplingFactor = 1;

    private Questions() {}

    public static Questions question() {
        return new Questions();
    }

    public static Project project() {
        return new Project(
                7,
                "Test",
                "",
                ZoneId.of("UTC"),
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                new PropertyDefinitions(
                        Map.of(
                                "price",
                                PropertyType.NUMERIC,
                                "paid",
                                PropertyType.BOOLEAN,
                                "due",
                                PropertyType.DATE_TIME),
                        Map.of(),
                        Map.of()));
    }

    public Questions total(String event) {
        return count(new Entity.Event(event), new Aggregation.Total(), PropertyFilter.everything());
    }

    /** All of an event, under a name of the caller's own. */
    public Questions named(String event, String customName) {
        series.add(
                new Series(
                        new Entity.Event(event),
                        new Aggregation.Total(),
                        PropertyFilter.everything(),
                        new SeriesNaming("", customName, "", "", "", ""),
                        NOWHERE));
        return this;
    }

    public Questions uniqueUsers(String event) {
        return count(
                new Entity.Event(event),
                new Aggregation.UniqueActors(new Actor.Person()),
                PropertyFilter.everything());
    }

    public Questions count(Entity entity, Aggregation aggregation, PropertyFilter of) {
        Address address = new Address("events").element(series.size());
        SeriesNaming naming = new SeriesNaming("", "", "", "", "", "");
        series.add(new Series(entity, aggregation, of, naming, address));
        return this;
    }

    public Questions where(PropertyFilter condition) {
        filter = condition;
        return this;
    }

    public Questions by(Property property) {
        breakdown = new Breakdown.Single(new Dimension(property, false, 0, NOWHERE));
        return this;
    }

    public Questions by(Breakdown other) {
        breakdown = other;
        return this;
    }

    /** By these event properties, as a list of breakdowns. */
    public Questions bySeveral(String... keys) {
        return by(
                new Breakdown.Several(
                        Arrays.stream(keys)
                                .map(Property.OfEvent::new)
                                .map(property -> new Dimension(property, false, 0, NOWHERE))
                                .toList()));
    }

    public Questions byCohorts(Cohort... cohorts) {
        return by(new Breakdown.Cohorts(List.of(cohorts), NOWHERE));
    }

    public Questions limit(int values, boolean hidesOther) {
        limit = new BreakdownLimit(values, hidesOther);
        return this;
    }

    public Questions per(Interval width, DayOfWeek firstDayOfWeek) {
        interval = width;
        weekStart = firstDayOfWeek;
        return this;
    }

    public Questions in(String zoneName) {
        zone = ZoneId.of(zoneName);
        return this;
    }

    public Questions between(String first, String last) {
        from = LocalDate.parse(first);
        to = LocalDate.parse(last);
        return this;
    }

    /** Compared with these days, once zone and interval are said. */
    public Questions comparedWith(String first, String last) {
        comparison = new Comparison.With(range(LocalDate.parse(first), LocalDate.parse(last)));
        return this;
    }

    public Questions display(Display other) {
        display = other;
        return this;
    }

    public Questions formulas(String... expressions) {
        Address address = new Address("formula");
        formulas =
                Arrays.stream(expressions)
                        .map(expression -> new Formula(expression, "", address))
                        .toList();
        return this;
    }

    public Questions smoothed(int buckets) {
        smoothing = buckets;
        return this;
    }

    public Questions sampled(double factor) {
        samplingFactor = factor;
        return this;
    }

    private TimeRange range(LocalDate first, LocalDate last) {
        ZonedDateTime start = first.atStartOfDay(zone);
        ZonedDateTime end = last.plusDays(1).atStartOfDay(zone).minusNanos(1000);
        return new TimeRange(start, end, start, interval, weekStart, "");
    }

    public TrendQuery query() {
        if (series.isEmpty()) {
            total("$pageview");
        }
        TimeRange range = range(from, to);
        return new TrendQuery(
                series,
                range,
                interval,
                range.to().toInstant(),
                filter,
                breakdown,
                limit,
                comparison,
                display,
                formulas,
                smoothing,
                samplingFactor,
                Map.of("insight", "TRENDS"));
    }

    public static PropertyFilter eventProperty(String key, Operator operator, Object... values) {
        return condition(new Property.OfEvent(key), operator, values);
    }

    public static PropertyFilter personProperty(String key, Operator operator, Object... values) {
        return condition(new Property.OfPerson(key), operator, values);
    }

    private static PropertyFilter condition(
            Property property, Operator operator, Object... values) {
        List<FilterValue> all = new ArrayList<>();
        for (Object value : values) {
            all.add(value(value));
        }
        FilterValue value =
                switch (all.size()) {
                    case 0 -> new FilterValue.Nothing();
                    case 1 -> all.getFirst();
                    default -> new FilterValue.Many(all);
                };
        return new PropertyFilter.Condition(property, operator, value, NOWHERE);
    }

    private static FilterValue value(Object value) {
        return switch (value) {
            case String text -> new FilterValue.Text(text);
            case Boolean truth -> new FilterValue.Truth(truth);
            default -> new FilterValue.Numeric(new BigDecimal(value.toString()));
        };
    }
}
