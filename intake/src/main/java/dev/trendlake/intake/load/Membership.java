package dev.trendlake.intake.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The session and the groups that an event belongs to, as its properties say.
 *
 * @param values texts by property: {@code $session_id}, {@code $group_0} to {@code $group_4}; what
 *     is absent or empty is left out
 */
record Membership(Map<String, String> values) {
    private static final String SESSION = "$session_id";
    private static final List<String> GROUPS =
            IntStream.range(0, 5).mapToObj(index -> "$group_" + index).toList();

    /** The properties that say it. */
    static final List<String> PROPERTIES =
            Stream.concat(Stream.of(SESSION), GROUPS.stream()).toList();

    Membership {
        Map<String, String> present = new HashMap<>(values);
        present.values().removeIf(String::isEmpty);
        values = Map.copyOf(new TreeMap<>(present));
    }

    @Nullable String session() {
        return values.get(SESSION);
    }

    @Nullable String group(int index) {
        return values.get(GROUPS.get(index));
    }
}
