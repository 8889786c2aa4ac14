package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a request must be answered with. What a case doesn't say is not looked at. */
final class Expectation {
    /** Which entries must be there, and in which order. */
    enum Entries {
        /** These, in this order. */
        IN_ORDER,
        /** These, in any order. */
        IN_ANY_ORDER,
        /** These, among others. */
        AMONG_OTHERS
    }

    private final int status;
    private final Entries mode;
    private final @Nullable List<JsonNode> entries;
    private final @Nullable Integer count;
    private final ObjectNode error;
    private final ObjectNode body;
    private final @Nullable String text;
    private final double tolerance;

    Expectation(
            int status,
            Entries mode,
            @Nullable List<JsonNode> entries,
            @Nullable Integer count,
            ObjectNode error,
            ObjectNode body,
            @Nullable String text,
            double tolerance) {
        this.status = status;
        this.mode = mode;
        this.entries = entries == null ? null : List.copyOf(entries);
        this.count = count;
        this.error = error;
        this.body = body;
        this.text = text;
        this.tolerance = tolerance;
    }

    int status() {
        return status;
    }

    Entries mode() {
        return mode;
    }

    /** The entries that the answer's list must have; empty where the case says nothing of them. */
    Optional<List<JsonNode>> entries() {
        return Optional.ofNullable(entries);
    }

    /** How many entries there must be, where the case says it. */
    OptionalInt count() {
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** What the error body must hold. */
    ObjectNode error() {
        return error;
    }

    /** What the answer must hold on its top level. */
    ObjectNode body() {
        return body;
    }

    /** The exact text, line ends as a line feed. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** By how much the numbers of entries may differ. */
    double tolerance() {
        return tolerance;
    }
}
