package dev.trendlake.request;

import dev.trendlake.trend.Action;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.StepCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the nodes of {@code series} (spec: trends, 1.3), in the order they stand in. */
final class QueryNodeReader {
    private static final Set<String> MATHS =
            Set.of(
                    "total",
                    "dau",
                    "weekly_active",
                    "monthly_active",
                    "unique_session",
                    "unique_group",
                    "first_time_for_user",
                    "first_matching_event_for_user",
                    "first_time_for_user_with_filters",
                    "hogql",
                    "avg",
                    "sum",
                    "min",
                    "max",
                    "median",
                    "p75",
                    "p90",
                    "p95",
                    "p99",
                    "avg_count_per_actor",
                    "min_count_per_actor",
                    "max_count_per_actor",
                    "median_count_per_actor",
                    "p75_count_per_actor",
                    "p90_count_per_actor",
                    "p95_count_per_actor",
                    "p99_count_per_actor");

    private final FilterTreeReader trees = new FilterTreeReader();
    private final ProjectReaders readers;

    QueryNodeReader(ProjectReaders readers) {
        this.readers = readers;
    }

    /** The series of a query, at least one. */
    List<Series> read(Field nodes) {
        if (nodes.isAbsent()) {
            throw QueryShape.refused(nodes, "Field required");
        }
        QueryShape.checkList(nodes);
        if (nodes.elements().isEmpty()) {
            throw nodes.refused(
                    "at least one is required, such as {\"kind\": \"EventsNode\", \"event\":"
                            + " \"$pageview\"}");
        }
        return nodes.elements().stream().map(this::series).toList();
    }

    private Series series(Field node) {
        Entity entity = entity(node);
        checkMath(node.member("math"));
        return readers.series().read(entity, filter(node), node);
    }

    private Entity entity(Field node) {
        Field kind = node.member("kind");
        return switch (kind.value().asText("")) {
            case "EventsNode" -> event(node);
            case "ActionsNode" -> action(node);
            case "GroupNode" -> new Entity.ActionEvents(group(node));
            case "DataWarehouseNode" ->
                    throw kind.refused("tables of a data warehouse are not computed; use events");
            default ->
                    throw QueryShape.refused(
                            kind,
                            "Input should be 'EventsNode', 'ActionsNode' or 'GroupNode', not '%s'"
                                    .formatted(QueryShape.shortened(kind.value().asText(""))));
        };
    }

    private static Entity event(Field node) {
        QueryShape.check(node, QueryShape.EVENTS_NODE);
        Field event = node.member("event");
        return event.isAbsent() ? new Entity.AllEvents() : new Entity.Event(event.text());
    }

    private Entity action(Field node) {
        QueryShape.check(node, QueryShape.ACTIONS_NODE);
        return readers.actions().read(node.member("id"));
    }

    // Events that are any of several: what an action is, but for its number.
    private Action group(Field node) {
        QueryShape.check(node, QueryShape.GROUP_NODE);
        Field operator = node.member("operator");
        if (!operator.isAbsent() && !operator.value().asText("").equals("OR")) {
            throw operator.refused("no event is several events at once; use OR");
        }
        List<Field> nodes = node.member("nodes").elements();
        if (nodes.isEmpty()) {
            throw node.member("nodes").refused("at least one is required");
        }
        List<ActionStep> steps = nodes.stream().flatMap(one -> steps(one).stream()).toList();
        return new Action(0, groupName(node, nodes), steps);
    }

    private static String groupName(Field node, List<Field> nodes) {
        String name = node.member("name").textOrEmpty();
        return name.isEmpty()
                ? nodes.stream()
                        .map(one -> one.member("name").textOrEmpty())
                        .collect(Collectors.joining(", "))
                : name;
    }

    private List<ActionStep> steps(Field node) {
        if (node.member("kind").value().asText("").equals("GroupNode")) {
            throw node.member("kind").refused("a group holds events and actions, not groups");
        }
        StepCondition filter = new StepCondition.PropertiesMeet(filter(node));
        return switch (entity(node)) {
            case Entity.Event(String name) ->
                    List.of(new ActionStep(List.of(new StepCondition.NameIs(name), filter)));
            case Entity.AllEvents() -> List.of(new ActionStep(List.of(filter)));
            case Entity.ActionEvents(Action action) -> steps(action, filter);
            case Entity.MissingAction _ ->
                    throw node.member("id").refused("the project has no such action");
        };
    }

    private static List<ActionStep> steps(Action action, StepCondition filter) {
        if (action.steps().isEmpty()) {
            return List.of(new ActionStep(List.of(filter)));
        }
        return action.steps().stream().map(step -> with(step, filter)).toList();
    }

    private static ActionStep with(ActionStep step, StepCondition filter) {
        List<StepCondition> conditions = new ArrayList<>(step.conditions());
        conditions.add(filter);
        return new ActionStep(conditions);
    }

    private PropertyFilter filter(Field node) {
        PropertyFilter own = readers.filters().read(trees.read(node.member("properties")));
        Field fixed = node.member("fixedProperties");
        if (fixed.isAbsent()) {
            return own;
        }
        return new PropertyFilter.All(List.of(own, readers.filters().read(trees.read(fixed))));
    }

    private static void checkMath(Field math) {
        if (!math.isAbsent() && !MATHS.contains(math.text())) {
            throw QueryShape.refused(
                    math,
                    "Input should be one of %s, not '%s'"
                            .formatted(
                                    String.join(", ", MATHS.stream().sorted().toList()),
                                    QueryShape.shortened(math.text())));
        }
    }
}
