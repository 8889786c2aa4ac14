package dev.trendlake.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks the criteria of a cohort that is to be saved. Questions pass over a criterion that lacks
 * something, or of a kind that nobody knows (spec: actions and cohorts, 3.3); here it is refused,
 * so that a cohort is what it says.
 */
final class CohortFiltersCheck {
    private static final int MAX_DEPTH = 64;
    // What PostHog computes of a criterion and gives back with it.
    private static final Set<String> COMPUTED =
            Set.of("bytecode", "bytecode_error", "conditionHash");
    private static final Set<String> OF_PERSON =
            Set.of("type", "key", "operator", "value", "negation");
    private static final Set<String> OF_COHORT = OF_PERSON;
    private static final Set<String> OF_BEHAVIOUR =
            Set.of(
                    "type",
                    "key",
                    "value",
                    "event_type",
                    "time_value",
                    "time_interval",
                    "negation",
                    "operator",
                    "operator_value",
                    "seq_time_interval",
                    "seq_time_value",
                    "seq_event",
                    "seq_event_type",
                    "seq_event_filters",
                    "total_periods",
                    "min_periods",
                    "event_filters",
                    "explicit_datetime");
    private static final List<String> INTERVALS = List.of("day", "week", "month", "year");
    private static final List<String> ENTITIES = List.of("events", "actions");

    private CohortFiltersCheck() {}

    /** Checks {@code {"properties": GROUP}}. */
    static void check(Field filters) {
        Field properties = filters.member("properties");
        if (!filters.value().isObject() || properties.value().isMissingNode()) {
            throw filters.refused("Must contain a 'properties' key with type and values");
        }
        checkKeys(filters, Set.of("properties"), "the filters of a cohort");
        checkGroup(properties, 1);
    }

    private static void checkGroup(Field group, int depth) {
        if (depth > MAX_DEPTH) {
            throw group.refused("groups may be nested up to " + MAX_DEPTH + " deep");
        }
        if (!group.member("values").value().isArray()) {
            throw group.refused(
                    "must be a group: {\"type\": \"AND\" or \"OR\", \"values\": [criteria or"
                            + " groups]}");
        }
        checkKeys(group, Set.of("type", "values"), "a group");
        checkWord(group.member("type"), List.of("AND", "OR"));
        for (Field value : group.member("values").elements()) {
            if (value.member("type").isAbsent()) {
                throw value.member("type")
                        .refused("must be one of: person, behavioral, cohort, AND, OR");
            }
            checkCriterion(value, depth);
        }
    }

    private static void checkCriterion(Field criterion, int depth) {
        Field type = criterion.member("type");
        switch (type.value().asText("")) {
            case "AND", "OR" -> checkGroup(criterion, depth + 1);
            case "person" -> checkPerson(criterion);
            case "cohort" -> checkCohort(criterion);
            case "behavioral" -> checkBehaviour(criterion);
            default ->
                    throw type.refused(
                            "'%s' is no kind of criterion; use one of: person, behavioral, cohort"
                                    .formatted(type.value().asText("")));
        }
    }

    private static void checkPerson(Field criterion) {
        checkKeys(criterion, OF_PERSON, "a person filter");
        String operator = criterion.member("operator").value().asText("");
        List<String> missing = new ArrayList<>();
        if (criterion.member("key").isBlank()) {
            missing.add("key");
        }
        if (criterion.member("value").isAbsent()
                && !Set.of("is_set", "is_not_set").contains(operator)) {
            missing.add("value");
        }
        if (operator.isEmpty()) {
            missing.add("operator");
        }
        refuseMissing("person", missing, criterion);
    }

    private static void checkCohort(Field criterion) {
        checkKeys(criterion, OF_COHORT, "a cohort filter");
        refuseMissing("cohort", missing(criterion, Stream.of("key", "value")), criterion);
        checkWord(criterion.member("key"), List.of("id"));
        if (criterion.member("value").wholeNumberIfAny().isEmpty()) {
            throw criterion.member("value").refused("must be the number of a cohort");
        }
    }

    private static void checkBehaviour(Field criterion) {
        checkKeys(criterion, OF_BEHAVIOUR, "a behavioral filter");
        refuseMissing(
                "behavioral",
                missing(criterion, Stream.of("key", "value", "event_type")),
                criterion);
        checkWord(criterion.member("event_type"), ENTITIES);
        for (String name : needs(criterion)) {
            if (criterion.member(name).isBlank()) {
                throw criterion
                        .member(name)
                        .refused(
                                "Missing required attr %s for property type behavioral::%s"
                                        .formatted(name, criterion.member("value").text()));
            }
        }
        checkWordIfAny(criterion.member("time_interval"), INTERVALS);
        checkWordIfAny(criterion.member("seq_time_interval"), INTERVALS);
        checkWordIfAny(criterion.member("seq_event_type"), ENTITIES);
    }

    // What each kind needs (spec: actions and cohorts, 3.3).
    private static List<String> needs(Field criterion) {
        Field kind = criterion.member("value");
        List<String> time = List.of("time_value", "time_interval");
        List<String> window = criterion.member("explicit_datetime").isBlank() ? time : List.of();
        List<String> sequel = List.of("seq_time_value", "seq_time_interval");
        return switch (kind.value().asText("")) {
            case "performed_event" -> window;
            case "performed_event_multiple" -> joined(List.of("operator_value"), window);
            case "performed_event_first_time" -> window;
            case "performed_event_sequence" ->
                    joined(joined(List.of("seq_event", "seq_event_type"), sequel), window);
            case "performed_event_regularly" ->
                    joined(List.of("operator_value", "min_periods", "total_periods"), time);
            case "stopped_performing_event", "restarted_performing_event" -> joined(time, sequel);
            default ->
                    throw kind.refused(
                            "must be one of: performed_event, performed_event_multiple,"
                                    + " performed_event_first_time, performed_event_sequence,"
                                    + " performed_event_regularly, stopped_performing_event,"
                                    + " restarted_performing_event");
        };
    }

    private static List<String> joined(List<String> names, List<String> more) {
        return Stream.concat(names.stream(), more.stream()).toList();
    }

    private static List<String> missing(Field criterion, Stream<String> names) {
        return names.filter(name -> criterion.member(name).isBlank()).toList();
    }

    private static void refuseMissing(String kind, List<String> missing, Field criterion) {
        if (!missing.isEmpty()) {
            throw criterion.refused(
                    "Missing required keys for %s filter: %s"
                            .formatted(kind, String.join(", ", missing)));
        }
    }

    private static void checkKeys(Field object, Set<String> known, String what) {
        object.value()
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name) && !COMPUTED.contains(name)) {
                        throw object.member(name).refused("is no part of " + what);
                    }
                });
    }

    private static void checkWordIfAny(Field field, List<String> words) {
        if (!field.isAbsent()) {
            checkWord(field, words);
        }
    }

    private static void checkWord(Field field, List<String> words) {
        if (!words.contains(field.value().asText(""))) {
            throw field.refused("must be one of: " + String.join(", ", words));
        }
    }
}
