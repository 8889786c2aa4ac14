package dev.trendlake.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Remembers which items a request needed after it was let in, so that the same request reads them
 * together with its key the next time: in one call in place of three. What was foreseen wrongly is
 * just not used. Safe for use by several threads, each with a request of its own.
 */
public final class ReadAhead {
    private static final int MOST_REQUESTS = 500;
    private static final int MOST_PLACES = 40;

    private final Map<String, Set<Place>> remembered =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Set<Place>> eldest) {
                            return size() > MOST_REQUESTS;
                        }
                    });
    private final Map<Thread, Reads> current = new ConcurrentHashMap<>();

    /** A request begins that has a name: the same for two that ask the same. */
    public void begin(String request) {
        Set<Place> expected = remembered.getOrDefault(request, Set.of());
        current.put(Thread.currentThread(), new Reads(request, expected));
    }

    /** The request of this thread is over. */
    public void end() {
        Reads reads = current.remove(Thread.currentThread());
        if (reads != null && !reads.needed.isEmpty() && reads.needed.size() <= MOST_PLACES) {
            remembered.put(reads.request, Set.copyOf(reads.needed));
        }
    }

    /** What the request of this thread will need, by table. */
    Map<String, List<Map<String, AttributeValue>>> expected() {
        Map<String, List<Map<String, AttributeValue>>> keys = new HashMap<>();
        Reads reads = current.get(Thread.currentThread());
        if (reads != null) {
            reads.expected.forEach(place ->
                    keys.computeIfAbsent(place.table(), _ -> new ArrayList<>()).add(place.key()));
        }
        return keys;
    }

    /** Takes the expected ones of what was read, and gives the others. */
    Map<String, List<Item>> others(Map<String, List<Item>> items) {
        Reads reads = current.get(Thread.currentThread());
        if (reads == null || reads.expected.isEmpty()) {
            return items;
        }
        reads.areRead = true;
        Map<String, List<Item>> others = new HashMap<>();
        items.forEach((table, found) ->
                others.put(
                        table, found.stream().filter(item -> !reads.take(table, item)).toList()));
        return others;
    }

    /** Whether the request of this thread has read nothing ahead. */
    boolean isToBeRead() {
        Reads reads = current.get(Thread.currentThread());
        return reads != null && !reads.areRead;
    }

    /** Takes what the request of this thread has read ahead now. */
    void take(Map<String, List<Map<String, AttributeValue>>> keys, Map<String, List<Item>> items) {
        Reads reads = current.get(Thread.currentThread());
        if (reads != null) {
            keys.forEach((table, some) ->
                    some.forEach(key -> reads.expected.add(new Place(table, key))));
            others(items);
        }
    }

    /**
     * An item that was read before it was asked for; without attributes when there is none such.
     * Empty when it has to be read.
     */
    Optional<Map<String, AttributeValue>> item(String table, Map<String, AttributeValue> key) {
        Reads reads = current.get(Thread.currentThread());
        return reads == null ? Optional.empty() : reads.item(new Place(table, key));
    }

    /** Where an item is. */
    private record Place(String table, Map<String, AttributeValue> key) {}

    /** What one request reads. */
    private static final class Reads {
        private final String request;
        private final Set<Place> expected;
        private final Map<Place, Map<String, AttributeValue>> found = new HashMap<>();
        private final Set<Place> needed = new LinkedHashSet<>();
        private boolean areRead;

        Reads(String request, Set<Place> expected) {
            this.request = request;
            this.expected = new LinkedHashSet<>(expected);
        }

        boolean take(String table, Item item) {
            for (Place place : expected) {
                if (place.table().equals(table)
                        && item.attributes().entrySet().containsAll(place.key().entrySet())) {
                    found.put(place, item.attributes());
                    return true;
                }
            }
            return false;
        }

        // Once only: whoever looks again wants to know what has become of it.
        Optional<Map<String, AttributeValue>> item(Place place) {
            needed.add(place);
            return areRead && expected.remove(place)
                    ? Optional.of(found.getOrDefault(place, Map.of()))
                    : Optional.empty();
        }
    }
}
