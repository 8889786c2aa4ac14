package dev.trendlake.intake.load;

/**
 * A line that was not taken.
 *
 * @param source the name of its file
 * @param line its number, from 1
 * @param reason why
 */
public record RefusedLine(String source, long line, String reason) {
    /** As a compiler would say it: {@code file:line: reason}. */
    @Override
    public String toString() {
        return "%s:%d: %s".formatted(source, line, reason);
    }
}
