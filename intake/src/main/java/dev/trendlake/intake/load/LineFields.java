package dev.trendlake.intake.load;

import java.time.Instant;
import java.util.Map;

/**
 * The fields of a line by name, as far as they are known.
 *
 * @param texts what stands as a text; empty for null
 * @param documents what is an object
 * @param numbers whole numbers
 * @param flags true and false
 */
record LineFields(
        Map<String, String> texts,
        Map<String, String> documents,
        Map<String, Long> numbers,
        Map<String, Boolean> flags) {
    /** A text that must be there. */
    String requiredText(String name) throws LineRefused {
        String text = texts.getOrDefault(name, "");
        if (text.isEmpty()) {
            throw new LineRefused("no " + name);
        }
        return text;
    }

    /** A number that must be there. */
    long requiredNumber(String name) throws LineRefused {
        Long number = numbers.get(name);
        if (number == null) {
            throw new LineRefused("no " + name);
        }
        return number;
    }

    /** A time that must be there. */
    Instant requiredTime(String name) throws LineRefused {
        return EventTime.parse(name, requiredText(name));
    }

    /** A text; empty without one. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** An object; one without fields when it is not there. */
    String document(String name) {
        return documents.getOrDefault(name, "{}");
    }

    /** A flag; false when it is not there. */
    boolean flag(String name) {
        return flags.getOrDefault(name, false);
    }
}
