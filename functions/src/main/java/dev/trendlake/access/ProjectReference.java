package dev.trendlake.access;

/** Which project a path names. */
sealed interface ProjectReference {
    /** By its id. */
    record Numbered(long id) implements ProjectReference {}

    /** {@code @current}: the only one that the key is bound to. */
    record Current() implements ProjectReference {}

    /** By something that is no id. */
    record Unknown() implements ProjectReference {}

    /** Reads the part of the path. */
    static ProjectReference of(String text) {
        if (text.equals("@current")) {
            return new Current();
        }
        // No project has an id of more digits than a long surely takes.
        return text.matches("[0-9]{1,18}") ? new Numbered(Long.parseLong(text)) : new Unknown();
    }
}
