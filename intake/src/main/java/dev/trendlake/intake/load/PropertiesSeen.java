package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SeenNames;
import java.io.IOException;
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
        String read() throws IOException;
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

    void see(String name, JsonToken token, Text text, Instant at) throws IOException {
        if (types.containsKey(name)) {
            return;
        }
        if (!names.contains(name) && names.size() == most) {
            full = true;
            return;
        }
        names.add(name);
        DetectedType.of(name, token, token.isScalarValue() ? text.read() : "", at)
                .ifPresent(type -> types.put(name, type));
    }

    /** Whether there were more names than are kept. */
    boolean isFull() {
        return full;
    }

    SeenNames.Properties properties() {
        return new SeenNames.Properties(names, types);
    }
}
