package dev.trendlake.trend;

/** How a text is looked for. */
public enum TextMatching {
    EXACT,
    CONTAINS,
    REGEX
}
