package dev.trendlake.request;

/**
 * The fields of a question by the names of the filter form, wherever a wire form keeps them: so
 * that both forms are read by the same readers.
 */
@FunctionalInterface
interface Fields {
    /** A field; a missing one is absent. */
    Field field(String name);
}
