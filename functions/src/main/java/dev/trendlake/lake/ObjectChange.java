package dev.trendlake.lake;

/**
 * What happened to an object, or is about to.
 *
 * @param key the object's, as it is
 */
public record ObjectChange(Kind kind, String key) {
    /** What can happen. */
    public enum Kind {
        /** It appeared, or took the place of another. */
        CREATED,
        /** It is gone. */
        REMOVED
    }
}
