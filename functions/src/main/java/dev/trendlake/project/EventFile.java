package dev.trendlake.project;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file of a project's events in the lake.
 *
 * @param day the UTC day of its events
 * @param name its name in the folder of the day; not empty
 */
public record EventFile(LocalDate day, String name) implements Comparable<EventFile> {
    /** Checks the name. */
    public EventFile {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a file of %s without a name".formatted(day));
        }
    }

    /** Reads {@code 2026-11-27/NAME}; empty when a text names no file that the lake can have. */
    public static Optional<EventFile> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash == text.length() - 1) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, slash));
            return Optional.of(new EventFile(day, text.substring(slash + 1)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(EventFile other) {
        int byDay = day.compareTo(other.day);
        return byDay == 0 ? name.compareTo(other.name) : byDay;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return day + "/" + name;
    }
}
