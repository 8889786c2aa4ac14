package dev.trendlake.intake.load;

import dev.trendlake.project.SeenNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of events that were seen: when, and with which properties. */
final class EventsSeen {
    /** More properties of an event are not held: that there are more is enough to know. */
    private static final int MOST_PROPERTIES = 2_000;

    /** Of which PostHog keeps no account by event: every event has them. */
    private static final List<String> FLAGS = List.of("$feature/", "$feature_enrollment/");

    private final int most;
    private final Map<String, SeenNames.Times> times = new HashMap<>();
    private final Map<String, Set<String>> properties = new HashMap<>();
    private boolean full;

    /**
     * @param most how many names are kept
     */
    EventsSeen(int most) {
        this.most = most;
    }

    void see(String name, Instant at) {
        see(name, new SeenNames.Times(at, at));
    }

    /** Takes what was seen later. */
    void addAll(EventsSeen later) {
        full |= later.full;
        later.times.forEach(this::see);
        later.properties.forEach(
                (event, others) -> others.forEach(property -> seeProperty(event, property)));
    }

    private void see(String name, SeenNames.Times seen) {
        if (!times.containsKey(name) && times.size() == most) {
            full = true;
            return;
        }
        times.merge(
                name,
                seen,
                (known, next) ->
                        new SeenNames.Times(
                                earlier(known.first(), next.first()),
                                later(known.last(), next.last())));
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    void seeProperty(String event, String property) {
        Set<String> known = properties.computeIfAbsent(event, _ -> new HashSet<>());
        if (!known.contains(property)
                && known.size() < MOST_PROPERTIES
                && FLAGS.stream().noneMatch(property::startsWith)) {
            known.add(property);
        }
    }

    /** Whether there were more names than are kept. */
    boolean isFull() {
        return full;
    }

    /** The first and the last time of each. */
    Map<String, SeenNames.Times> times() {
        return times;
    }

    /** The properties of each that has any. */
    Map<String, Set<String>> properties() {
        Map<String, Set<String>> kept = new HashMap<>(properties);
        kept.keySet().retainAll(times.keySet());
        kept.values().removeIf(Set::isEmpty);
        return kept;
    }
}
