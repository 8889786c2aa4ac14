package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.EventDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names of events are asked for, and in which order: by the day they were last seen, the
 * latest first, then by name; a search puts short names first.
 */
public final class EventListing {
    private static final Duration STALE = Duration.ofDays(30);
    private static final Set<String> KINDS =
            Set.of("event", "event_custom", "event_posthog", "all", "action_event");

    private final List<String> words;
    private final Set<String> names;
    private final Set<String> excluded;
    private final String kind;
    private final Instant notBefore;
    private final boolean isEmpty;
    private final Comparator<EventDefinition> order;

    private EventListing(ListParameters parameters, Instant now) {
        this.words = parameters.search();
        this.names = parameters.names("names");
        this.excluded = parameters.jsonNames("excluded_properties");
        this.kind = kind(parameters.text("event_type"));
        this.notBefore =
                parameters.truth("exclude_stale").orElse(false) ? now.minus(STALE) : Instant.MIN;
        // No event has a tag here.
        this.isEmpty = !parameters.jsonNames("tags").isEmpty();
        this.order = order(parameters.text("ordering"), !words.isEmpty());
    }

    /**
     * Reads the query string.
     *
     * @param now the moment of the request
     * @throws InvalidRequest when a parameter can't be what is asked, or isn't kept here
     */
    public static EventListing of(ObjectNode query, Instant now) {
        ListParameters parameters = new ListParameters(query);
        // Nobody has hidden an event here: to leave those out leaves nothing out.
        parameters.truth("exclude_hidden");
        if (parameters.truth("verified").isPresent()) {
            throw new InvalidRequest(
                    "verified", "Whether an event is verified is not kept here; leave it out.");
        }
        return new EventListing(parameters, now);
    }

    /** Those that are asked for, in their order. */
    public List<EventDefinition> of(List<EventDefinition> all) {
        return all.stream().filter(this::isAskedFor).sorted(order).toList();
    }

    private boolean isAskedFor(EventDefinition event) {
        String name = event.name().toLowerCase(Locale.ROOT);
        return !isEmpty
                && words.stream().allMatch(name::contains)
                && (names.isEmpty() || names.contains(event.name()))
                && !excluded.contains(event.name())
                && event.lastSeen().isAfter(notBefore)
                && isOfKind(event.name());
    }

    private boolean isOfKind(String name) {
        return switch (kind) {
            case "event_custom" -> !name.startsWith("$");
            case "event_posthog" -> name.startsWith("$");
            default -> true;
        };
    }

    private static String kind(String word) {
        if (!word.isEmpty() && !KINDS.contains(word)) {
            throw new InvalidRequest(
                    "event_type",
                    "Not a valid event type. Use one of: event, event_custom, event_posthog.");
        }
        return word;
    }

    // Fields that PostHog doesn't order by are passed over, as there.
    private static Comparator<EventDefinition> order(String ordering, boolean isSearch) {
        List<Comparator<EventDefinition>> keys = new ArrayList<>();
        for (String field : ordering.split(",", -1)) {
            key(field.replace("-", ""))
                    .forEach(key -> keys.add(field.contains("-") ? key.reversed() : key));
        }
        if (keys.isEmpty()) {
            keys.addAll(isSearch ? List.of(byLength()) : List.of());
            keys.add(byDay().reversed());
        }
        keys.add(Comparator.comparing(EventDefinition::name));
        return keys.stream().reduce(Comparator::thenComparing).orElseThrow();
    }

    private static List<Comparator<EventDefinition>> key(String field) {
        return switch (field) {
            case "name" -> List.of(Comparator.comparing(EventDefinition::name));
            case "last_seen_at" -> List.of(Comparator.comparing(EventDefinition::lastSeen));
            case "last_seen_at::date" -> List.of(byDay());
            case "created_at" -> List.of(Comparator.comparing(EventDefinition::firstSeen));
            case "created_at::date" ->
                    List.of(Comparator.comparing(event -> dayOf(event.firstSeen())));
            default -> List.of();
        };
    }

    private static Comparator<EventDefinition> byLength() {
        return Comparator.comparingInt(event -> event.name().length());
    }

    private static Comparator<EventDefinition> byDay() {
        return Comparator.comparing(event -> dayOf(event.lastSeen()));
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
