package dev.trendlake.access;

/**
 * How many requests a key was counted for.
 *
 * @param inMinute in the minute of the request
 * @param inHour in the hour of the request
 */
public record Usage(long inMinute, long inHour) {
    /** Nothing was counted yet. */
    public static Usage none() {
        return new Usage(0, 0);
    }

    /** The same with some more. */
    Usage plus(long more) {
        return new Usage(inMinute + more, inHour + more);
    }
}
