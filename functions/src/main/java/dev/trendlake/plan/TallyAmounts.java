package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Aggregate;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes amounts of the counted rows: one row for each tally, breakdown value and slot. Where things
 * are told apart before they are counted, there is one row for each of them first.
 */
final class TallyAmounts {
    static final Column SLOT = new Column("slot");
    static final Column AMOUNT = new Column("amount");

    static final Column FIRST_SEEN = new Column("first_seen");
    static final Column FIRST_PASSING = new Column("first_passing");
    static final Column VALUE_PASSING = new Column("value_passing");

    private final List<Tally> tallies;
    private final PerTally perTally;
    private final CountedEvents events;
    private final Slots slots;
    private final Map<Integer, SqlExpression> amounts = new LinkedHashMap<>();
    private final BinnedRows bins;
    private final Map<CountedKey, Column> keys = new LinkedHashMap<>();

    TallyAmounts(List<Tally> tallies, CountedEvents events, EventColumns columns, Slots slots) {
        this.tallies = tallies;
        this.perTally = new PerTally(tallies);
        this.events = events;
        this.slots = slots;
        this.bins = new BinnedRows(events, perTally);
        MeasureColumns measures = new MeasureColumns(events, columns);
        HogQlMeasure hogQl = new HogQlMeasure(events, columns);
        for (Tally tally : tallies) {
            keyOf(tally.measure()).ifPresent(key -> keys.put(key, measures.key(key)));
            amounts.put(tally.number(), amount(tally, measures, hogQl));
            slots.projectInto(events, tally);
        }
    }

    /** The statement that gives (tally, value, slot, amount), each where there is one. */
    Select plan() {
        Select byKey = byKey(rows());
        return keys.isEmpty()
                ? byKey
                : new BucketAmounts(tallies, events.breakdown(), slots, keyColumns()).of(byKey);
    }

    private SqlExpression amount(Tally tally, MeasureColumns measures, HogQlMeasure hogQl) {
        return switch (tally.measure()) {
            case Measure.Events(), Measure.OfEventsPerKey _ -> MeasureColumns.countOfRows();
            case Measure.OfNumbers(var statistic, var property, var multiplier) ->
                    orNothing(measures.ofNumbers(statistic, measures.number(property, multiplier)));
            case Measure.OfHogQl(var text) ->
                    slots.areThere()
                            ? orNothing(hogQl.aggregate(text, tally))
                            : hogQl.aggregate(text, tally);
            case Measure.OfSessions(_, var property, var multiplier) ->
                    MeasureColumns.aggregate(
                            SqlFunction.ARBITRARY, measures.number(property, multiplier));
            case Measure.DistinctKeys _, Measure.NewKeys _, Measure.ActiveKeys _ -> new Whole(1);
            case Measure.FirstTimes _ -> {
                events.forward("timestamp");
                events.passes(tally);
                yield new Whole(1);
            }
        };
    }

    // Rows without any number are rows all the same, and count as 0 (spec: trends, 3).
    static SqlExpression orNothing(SqlExpression amount) {
        return new Call(SqlFunction.COALESCE, amount, new Whole(0));
    }

    private static Optional<CountedKey> keyOf(Measure measure) {
        return switch (measure) {
            case Measure.Events _, Measure.OfNumbers _, Measure.OfHogQl _ -> Optional.empty();
            case Measure.DistinctKeys(var key) -> Optional.of(key);
            case Measure.NewKeys(var key) -> Optional.of(key);
            case Measure.ActiveKeys(var key, _) -> Optional.of(key);
            case Measure.OfEventsPerKey(var key, _) -> Optional.of(key);
            case Measure.OfSessions _ -> Optional.of(new CountedKey.Session());
            case Measure.FirstTimes _ -> Optional.of(new CountedKey.Person());
        };
    }

    private CountedRows rows() {
        CountedRows rows = events.rows();
        return events.breakdown().hasBins() ? bins.of(rows, this::countsForBins) : rows;
    }

    private SqlExpression countsForBins(Tally tally) {
        return tally.measure() instanceof Measure.FirstTimes
                ? events.passes(tally)
                : Conditions.ALWAYS;
    }

    private Select byKey(CountedRows rows) {
        List<Projection> groups = new ArrayList<>();
        if (perTally.isNeeded()) {
            groups.add(new Projection(PerTally.TALLY, PerTally.TALLY.name()));
        }
        if (events.breakdown().isThere()) {
            group(groups, perTally.value(this::valueBeforeKeys), BreakdownColumns.VALUE);
        }
        group(groups, perTally.value(this::slotBeforeKeys), SLOT);
        keys.forEach((key, column) ->
                group(groups, perTally.value(tally -> own(key, column, tally)), named(key)));
        List<Projection> projections = new ArrayList<>(groups);
        projections.add(
                new Projection(
                        perTally.value(tally -> amounts.getOrDefault(tally.number(), new Null())),
                        AMOUNT.name()));
        addFirsts(projections);
        return new Select(
                projections,
                rows.rows(),
                rows.condition(),
                groups.stream().flatMap(this::groupedBy).toList(),
                List.of());
    }

    private Stream<SqlExpression> groupedBy(Projection group) {
        boolean followsFromBins =
                events.breakdown().hasBins()
                        && group.name().equals(BreakdownColumns.VALUE.name())
                        && tallies.stream().noneMatch(this::takesValueOfFirst);
        return followsFromBins ? bins.columns().stream() : Stream.of(group.value());
    }

    static void group(List<Projection> groups, SqlExpression value, Column name) {
        if (!(value instanceof Null)) {
            groups.add(new Projection(value, name.name()));
        }
    }

    private static SqlExpression own(CountedKey key, Column column, Tally tally) {
        return keyOf(tally.measure()).filter(key::equals).isPresent() ? column : new Null();
    }

    private static Column named(CountedKey key) {
        return new Column(key.columnName());
    }

    private SqlExpression valueBeforeKeys(Tally tally) {
        return takesValueOfFirst(tally) ? new Null() : valueOfRow();
    }

    private SqlExpression valueOfRow() {
        return events.breakdown().hasBins() ? bins.value() : events.breakdown().value();
    }

    private boolean takesValueOfFirst(Tally tally) {
        return BucketAmounts.takesValueOfFirst(tally, events.breakdown());
    }

    private SqlExpression slotBeforeKeys(Tally tally) {
        return switch (tally.measure()) {
            case Measure.FirstTimes _, Measure.NewKeys _ -> new Null();
            case Measure.Events _,
                    Measure.OfNumbers _,
                    Measure.OfHogQl _,
                    Measure.DistinctKeys _,
                    Measure.OfEventsPerKey _,
                    Measure.OfSessions _,
                    Measure.ActiveKeys _ ->
                    slots.of(tally);
        };
    }

    private void addFirsts(List<Projection> projections) {
        if (has(Measure.NewKeys.class)) {
            SqlExpression slot =
                    perTally.value(tally ->
                            tally.measure() instanceof Measure.NewKeys
                                    ? slots.of(tally)
                                    : new Null());
            projections.add(
                    new Projection(MeasureColumns.aggregate(SqlFunction.MIN, slot), "first_slot"));
        }
        if (has(Measure.FirstTimes.class)) {
            Column time = new Column("timestamp");
            SqlExpression passes =
                    perTally.value(tally ->
                            tally.measure() instanceof Measure.FirstTimes
                                    ? passingInRange(tally)
                                    : Conditions.NEVER);
            projections.add(first(SqlFunction.MIN, List.of(time), Conditions.ALWAYS, FIRST_SEEN));
            projections.add(first(SqlFunction.MIN, List.of(time), passes, FIRST_PASSING));
            if (tallies.stream().anyMatch(this::takesValueOfFirst)) {
                projections.add(
                        first(
                                SqlFunction.MIN_BY,
                                List.of(valueOfRow(), time),
                                passes,
                                VALUE_PASSING));
            }
        }
    }

    private SqlExpression passingInRange(Tally tally) {
        return Conditions.all(
                List.of(
                        events.passes(tally),
                        Conditions.compare(
                                new Column("timestamp"),
                                dev.trendlake.sql.ComparisonOperator.GREATER_OR_EQUAL,
                                new SqlExpression.Timestamp(tally.range().firstInstant()))));
    }

    private static Projection first(
            SqlFunction function,
            List<SqlExpression> arguments,
            SqlExpression filter,
            Column name) {
        return new Projection(new Aggregate(function, arguments, false, filter), name.name());
    }

    private List<Column> keyColumns() {
        return keys.keySet().stream().map(TallyAmounts::named).toList();
    }

    private boolean has(Class<? extends Measure> kind) {
        return tallies.stream().anyMatch(tally -> kind.isInstance(tally.measure()));
    }
}
