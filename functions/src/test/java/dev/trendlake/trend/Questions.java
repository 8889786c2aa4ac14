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

    public TrendQuery query() {
        if (series.isEmpty()) {
            total("$pageview");
        }
        ZonedDateTime start = from.atStartOfDay(zone);
        ZonedDateTime end = to.plusDays(1).atStartOfDay(zone).minusNanos(1000);
        return new TrendQuery(
                series,
                new TimeRange(start, end, start, interval, weekStart, ""),
                interval,
                end.toInstant(),
                filter,
                breakdown,
                limit,
                new Comparison.None(),
                Display.LINE_GRAPH,
                List.of(),
                1,
                1,
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
