package dev.trendlake.plan;

/** A part of a question for which there is no plan; the readers refuse it before it gets here. */
final class NotPlanned {
    private NotPlanned() {}

    static IllegalStateException of(Object part) {
        return new IllegalStateException("there is no plan for " + part.getClass().getName());
    }
}
