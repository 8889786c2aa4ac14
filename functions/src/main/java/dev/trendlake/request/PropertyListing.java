package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which properties are asked for. */
public final class PropertyListing {
    // As many as one look at the table finds.
    private static final int MOST_EVENTS = 100;
    private static final String FLAG = "$feature/";
    private static final Set<String> NO_NUMBERS = Set.of("distinct_id", "timestamp");
    private static final Set<String> TYPES = Set.of("event", "person", "group", "session");

    private final List<PropertyHolder> holders;
    private final Set<String> events;
    private final boolean onlyOfEvents;
    private final Predicate<PropertyDefinition> asked;

    private PropertyListing(ListParameters parameters) {
        String type = type(parameters.text("type"));
        this.holders = holders(type, parameters.text("group_type_index"));
        this.events = events(type, parameters);
        this.onlyOfEvents =
                type.equals("event") && parameters.truth("filter_by_event_names").orElse(false);
        if (onlyOfEvents && events.isEmpty()) {
            throw new InvalidRequest(
                    "event_names", "Name the events that 'filter_by_event_names' goes by.");
        }
        this.asked =
                searched(parameters)
                        .and(named(parameters))
                        .and(numerical(parameters))
                        .and(flags(parameters))
                        .and(shown(type, parameters));
    }

    /**
     * Reads the query string.
     *
     * @throws InvalidRequest when a parameter can't be what is asked
     */
    public static PropertyListing of(ObjectNode query) {
        return new PropertyListing(new ListParameters(query));
    }

    /** Whose properties; nobody's for those of sessions, which are not learned but computed. */
    public List<PropertyHolder> holders() {
        return holders;
    }

    /** The events of which it is asked whether they have a property; none when nobody asks. */
    public Set<String> events() {
        return events;
    }

    /**
     * Whether a property is asked for.
     *
     * @param isSeen whether one of the events has it
     */
    public boolean asksFor(PropertyDefinition property, boolean isSeen) {
        return asked.test(property) && (isSeen || !onlyOfEvents);
    }

    private static String type(String word) {
        if (word.isEmpty()) {
            return "event";
        }
        if (!TYPES.contains(word)) {
            throw new InvalidRequest(
                    "type",
                    "\"%s\" is not a valid choice. Use event, person, group or session."
                            .formatted(QueryShape.shortened(word)));
        }
        return word;
    }

    private static List<PropertyHolder> holders(String type, String groupType) {
        if (!type.equals("group") && !groupType.isEmpty()) {
            throw new InvalidRequest("", "`group_type_index` can only set for `group` type");
        }
        return switch (type) {
            case "event" -> List.of(new PropertyHolder.Events());
            case "person" -> List.of(new PropertyHolder.Persons());
            case "group" -> List.of(new PropertyHolder.Groups(groupType(groupType)));
            default -> List.of();
        };
    }

    private static int groupType(String index) {
        if (index.isEmpty()) {
            throw new InvalidRequest("", "`group_type_index` must be set for `group` type");
        }
        if (!index.matches("-?[0-9]{1,9}")) {
            throw new InvalidRequest("group_type_index", "A valid integer is required.");
        }
        if (!index.matches("[0-4]")) {
            throw new InvalidRequest("", "Invalid value for `group_type_index`");
        }
        return Integer.parseInt(index);
    }

    private static Set<String> events(String type, ListParameters parameters) {
        if (!type.equals("event") && !parameters.text("event_names").isEmpty()) {
            throw new InvalidRequest("", "`event_names` can only be set for `event` type");
        }
        Set<String> events = parameters.jsonNames("event_names");
        if (events.size() > MOST_EVENTS) {
            throw new InvalidRequest("event_names", "At most 100 events can be asked at once.");
        }
        return events;
    }

    private static Predicate<PropertyDefinition> searched(ListParameters parameters) {
        List<String> words = parameters.search();
        return property -> {
            String name = property.name().toLowerCase(Locale.ROOT);
            return words.stream().allMatch(name::contains);
        };
    }

    private static Predicate<PropertyDefinition> named(ListParameters parameters) {
        Set<String> names = parameters.names("properties");
        Set<String> excluded = parameters.jsonNames("excluded_properties");
        return property ->
                (names.isEmpty() || names.contains(property.name()))
                        && !excluded.contains(property.name());
    }

    // "false" asks for all of them, as in PostHog.
    private static Predicate<PropertyDefinition> numerical(ListParameters parameters) {
        boolean onlyNumbers = parameters.truth("is_numerical").orElse(false);
        return property ->
                !onlyNumbers
                        || (property.type().equals(Optional.of(PropertyType.NUMERIC))
                                && !NO_NUMBERS.contains(property.name()));
    }

    private static Predicate<PropertyDefinition> flags(ListParameters parameters) {
        Optional<Boolean> flags = parameters.truth("is_feature_flag");
        return property -> flags.isEmpty() || flags.get() == property.name().startsWith(FLAG);
    }

    private static Predicate<PropertyDefinition> shown(String type, ListParameters parameters) {
        boolean withoutCore = parameters.truth("exclude_core_properties").orElse(false);
        boolean withoutHidden = parameters.truth("exclude_hidden").orElse(false);
        return property ->
                !(type.equals("event") && CoreProperties.isLeftOut(property.name(), withoutCore))
                        && !(withoutHidden && PropertyRemarks.of(property).isHidden());
    }
}
