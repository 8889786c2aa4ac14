package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an event says of two distinct ids: that they are one person's.
 *
 * @param other whose person becomes that of the event
 * @param into the event's own distinct id
 * @param isForced whether also an identified person is taken in
 */
record Merge(String other, String into, boolean isForced) {
    private static final String FORCED = "$merge_dangerously";

    /** Words that programs send when they have no id: everybody would become one person. */
    private static final Set<String> NOBODY =
            Set.of(
                    "anonymous",
                    "guest",
                    "distinctid",
                    "distinct_id",
                    "id",
                    "not_authenticated",
                    "email",
                    "undefined",
                    "true",
                    "false");

    /** The same, but only as they are written here. */
    private static final Set<String> NOTHING =
            Set.of("[object Object]", "NaN", "None", "none", "null", "0", "undefined");

    private static final Pattern QUOTED = Pattern.compile("^(['\"])(.+)\\1$");

    /** The merge that an event asks for; empty when it asks for none, or for one of nobody. */
    static Optional<Merge> of(CapturedLine line, ObjectNode properties) {
        return switch (line.name()) {
            case "$identify" -> named(properties, "$anon_distinct_id", line);
            case "$create_alias", FORCED -> named(properties, "alias", line);
            default -> Optional.empty();
        };
    }

    private static Optional<Merge> named(ObjectNode properties, String name, CapturedLine line) {
        JsonNode value = properties.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String other = value.isValueNode() ? value.asText() : value.toString();
        String into = line.distinctId();
        return other.equals(into) || isNobody(other) || isNobody(into)
                ? Optional.empty()
                : Optional.of(new Merge(other, into, line.name().equals(FORCED)));
    }

    private static boolean isNobody(String distinctId) {
        return distinctId.isBlank()
                || NOBODY.contains(unquoted(distinctId).toLowerCase(Locale.ROOT))
                || NOTHING.contains(unquoted(distinctId));
    }

    private static String unquoted(String text) {
        return QUOTED.matcher(text).replaceFirst("$2");
    }
}
