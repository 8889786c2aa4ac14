package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SeenNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The properties of one holder that were seen. The first value that tells a type settles it. */
final class PropertiesSeen {
    /** The text of a value, read when it is wanted. */
    @FunctionalInterface
    interface Text {
        /** Reads it. */
        String read();
    }

    private final int most;
    private final Set<String> names = new HashSet<>();
    private final Map<String, PropertyType> types = new HashMap<>();
    private boolean full;

    /**
     * @param most how many names are kept
     */
    PropertiesSeen(int most) {
        this.most = most;
    }

    /**
     * Takes a value.
     *
     * @return whether the property's type is known
     */
    boolean see(String name, JsonToken token, Text text, Instant at) {
        if (types.containsKey(name)) {
            return true;
        }
        if (!addName(name)) {
            return false;
        }
        DetectedType.of(name, token, token.isScalarValue() ? text.read() : "", at)
                .ifPresent(type -> types.put(name, type));
        return types.containsKey(name);
    }

    /** Takes what was seen later. */
    void addAll(PropertiesSeen later) {
        full |= later.full;
        for (String name : later.names) {
            PropertyType type = later.types.get(name);
            if (addName(name) && type != null) {
                types.putIfAbsent(name, type);
            }
        }
    }

    private boolean addName(String name) {
        if (!names.contains(name) && names.size() == most) {
            full = true;
            return false;
        }
        names.add(name);
        return true;
    }

    /** Whether there were more names than are kept. */
    boolean isFull() {
        return full;
    }

    SeenNames.Properties properties() {
        return new SeenNames.Properties(names, types);
    }
}
