package dev.trendlake.request;

import dev.trendlake.request.CohortWindows.Length;
import dev.trendlake.request.CohortWindows.Unit;
import dev.trendlake.request.FilterTree.Leaf;
import dev.trendlake.trend.CohortCriterion;
import dev.trendlake.trend.CohortCriterion.Deed;
import dev.trendlake.trend.CohortCriterion.Window;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.PropertyFilter;
import java.util.Optional;

/**
 * Reads what a cohort asks of a person's events (spec: actions and cohorts, 3.3). A criterion that
 * lacks something is empty; a number that can't be is refused.
 */
final class BehaviourReader {
    private static final int MAX_NUMBER = 1_000_000;
    private static final int MAX_PERIODS = 100;

    private final FilterTreeReader trees = new FilterTreeReader();
    private final PropertyFilterReader filters;
    private final ActionReader actions;
    private final CohortWindows windows;

    BehaviourReader(PropertyFilterReader filters, ActionReader actions, DateReader dates) {
        this.filters = filters;
        this.actions = actions;
        this.windows = new CohortWindows(dates);
    }

    /** The criterion that a property of the type {@code behavioral} stands for. */
    Optional<CohortCriterion> read(Leaf leaf) {
        Field of = new Field(leaf.property(), leaf.address());
        Optional<Deed> deed = deed(of);
        return deed.flatMap(found ->
                switch (of.member("value").value().asText("")) {
                    case "performed_event" ->
                            window(of).map(window -> performed(found, window, Operator.GTE, 1));
                    case "performed_event_multiple" -> multiple(found, of);
                    case "performed_event_first_time" ->
                            window(of)
                                    .map(window ->
                                            new CohortCriterion.PerformedFirst(found, window));
                    case "performed_event_sequence" -> sequence(found, of);
                    case "performed_event_regularly" -> regularly(found, of);
                    case "stopped_performing_event" -> stopped(found, of);
                    case "restarted_performing_event" -> restarted(found, of);
                    default -> Optional.empty();
                });
    }

    /** The criterion of an older group that names an event or an action; empty for others. */
    Optional<CohortCriterion> readOlder(Field group) {
        Field action = group.member("action_id");
        Field event = group.member("event_id");
        if (action.isBlank() && event.isBlank()) {
            return Optional.empty();
        }
        Entity entity = action.isBlank() ? new Entity.Event(event.text()) : actions.read(action);
        Deed deed = new Deed(entity, filter(group.member("properties")));
        String word = group.member("count_operator").textOrEmpty();
        Operator operator = word.isEmpty() ? Operator.GTE : operator(word, group);
        Field count = group.member("count");
        return olderWindow(group)
                .map(window ->
                        performed(deed, window, operator, count.isBlank() ? 1 : number(count, 0)));
    }

    private Optional<Window> olderWindow(Field group) {
        Field days = group.member("days");
        if (!days.isBlank()) {
            return Optional.of(windows.last(new Length(number(days, 1), Unit.DAY)));
        }
        Field from = group.member("start_date");
        return from.isBlank()
                ? Optional.empty()
                : Optional.of(windows.between(from, group.member("end_date")));
    }

    private Optional<Deed> deed(Field of) {
        return entity(of.member("key"), of.member("event_type"))
                .map(entity -> new Deed(entity, filter(of.member("event_filters"))));
    }

    private Optional<Entity> entity(Field key, Field type) {
        if (key.isBlank()) {
            return Optional.empty();
        }
        return switch (type.value().asText("")) {
            case "events" -> Optional.of(new Entity.Event(key.text()));
            case "actions" -> Optional.of(actions.read(key));
            default -> Optional.empty();
        };
    }

    private PropertyFilter filter(Field properties) {
        return filters.read(trees.read(properties));
    }

    private Optional<Window> window(Field of) {
        Field date = of.member("explicit_datetime");
        return date.isBlank()
                ? length(of, "time").map(windows::last)
                : Optional.of(windows.since(date));
    }

    private static Optional<Length> length(Field of, String name) {
        Field count = of.member(name + "_value");
        if (count.isBlank()) {
            return Optional.empty();
        }
        return Unit.named(of.member(name + "_interval").value().asText(""))
                .map(unit -> new Length(number(count, 1), unit));
    }

    private static CohortCriterion performed(
            Deed deed, Window window, Operator operator, long count) {
        return new CohortCriterion.Performed(deed, window, operator, count);
    }

    private Optional<CohortCriterion> multiple(Deed deed, Field of) {
        Field count = of.member("operator_value");
        if (count.isBlank()) {
            return Optional.empty();
        }
        Operator operator = operator(of.member("operator").textOrEmpty(), of);
        return window(of).map(window -> performed(deed, window, operator, number(count, 0)));
    }

    private static Operator operator(String word, Field of) {
        return switch (word) {
            case "", "eq", "exact" -> Operator.EXACT;
            case "gte" -> Operator.GTE;
            case "lte" -> Operator.LTE;
            case "gt" -> Operator.GT;
            case "lt" -> Operator.LT;
            default ->
                    throw of.member("operator")
                            .refused("must be one of: gte, lte, gt, lt, eq, exact");
        };
    }

    private Optional<CohortCriterion> sequence(Deed deed, Field of) {
        Optional<Entity> next = entity(of.member("seq_event"), of.member("seq_event_type"));
        Optional<Length> within = length(of, "seq_time");
        Optional<Window> window = window(of);
        if (next.isEmpty() || within.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CohortCriterion.PerformedInSequence(
                        deed,
                        window.get(),
                        new Deed(next.get(), filter(of.member("seq_event_filters"))),
                        within.get().seconds()));
    }

    private Optional<CohortCriterion> regularly(Deed deed, Field of) {
        Field total = of.member("total_periods");
        Field minimum = of.member("min_periods");
        Field count = of.member("operator_value");
        Optional<Length> period = length(of, "time");
        if (total.isBlank() || minimum.isBlank() || period.isEmpty()) {
            return Optional.empty();
        }
        int atLeast = number(minimum, 1);
        int periods = number(total, 1);
        if (atLeast > periods || periods > MAX_PERIODS) {
            throw minimum.refused(
                    "must be at most total_periods, and these at most " + MAX_PERIODS);
        }
        return Optional.of(
                new CohortCriterion.PerformedRegularly(
                        deed,
                        windows.periods(period.get(), periods),
                        atLeast,
                        count.isBlank()
                                ? Operator.GTE
                                : operator(of.member("operator").textOrEmpty(), of),
                        count.isBlank() ? 1 : number(count, 0)));
    }

    private Optional<CohortCriterion> stopped(Deed deed, Field of) {
        return both(of).map(lengths ->
                new CohortCriterion.Stopped(
                        deed, windows.last(lengths.longer()), windows.last(lengths.shorter())));
    }

    private Optional<CohortCriterion> restarted(Deed deed, Field of) {
        return both(of).map(lengths ->
                new CohortCriterion.Restarted(
                        deed,
                        windows.between(lengths.longer(), lengths.shorter()),
                        windows.last(lengths.shorter())));
    }

    private record Lengths(Length longer, Length shorter) {}

    private Optional<Lengths> both(Field of) {
        Optional<Length> longer = length(of, "time");
        Optional<Length> shorter = length(of, "seq_time");
        if (longer.isEmpty() || shorter.isEmpty()) {
            return Optional.empty();
        }
        if (!windows.last(shorter.get()).from().isAfter(windows.last(longer.get()).from())) {
            throw of.member("seq_time_value").refused("must be shorter than the whole window");
        }
        return Optional.of(new Lengths(longer.get(), shorter.get()));
    }

    private static int number(Field field, int least) {
        return field.wholeNumberIfAny()
                .filter(number -> number >= least && number <= MAX_NUMBER)
                .orElseThrow(() ->
                        field.refused(
                                "must be a whole number from %d to %d"
                                        .formatted(least, MAX_NUMBER)));
    }
}
