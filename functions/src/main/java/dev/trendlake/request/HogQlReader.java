package dev.trendlake.request;

import dev.trendlake.trend.HogQlText;

/** Reads the HogQL expressions of a question. */
final class HogQlReader {
    /** The expression that a field holds. */
    HogQlText read(Field expression) {
        return HogQlText.of(expression.text());
    }
}
