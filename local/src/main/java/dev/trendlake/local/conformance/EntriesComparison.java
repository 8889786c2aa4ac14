package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the list of an answer with the expected entries. */
final class EntriesComparison {
    private static final int NONE = -1;

    private final EntryComparison comparison;
    private final String path;
    private final List<JsonNode> expected;
    private final List<JsonNode> actual;

    EntriesComparison(
            double tolerance, String path, List<JsonNode> expected, List<JsonNode> actual) {
        this.comparison = new EntryComparison(tolerance);
        this.path = path;
        this.expected = List.copyOf(expected);
        this.actual = List.copyOf(actual);
    }

    /** The first difference when the entries must be these in this order. */
    Optional<Difference> inOrder() {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Optional<Difference> difference = compare(i, i);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return number();
    }

    /** The first difference when the entries must be these in some order. */
    Optional<Difference> inAnyOrder() {
        return number().or(this::amongOthers);
    }

    /** The first difference when each expected entry must be one of the actual ones of its own. */
    Optional<Difference> amongOthers() {
        int[] taker = new int[actual.size()];
        Arrays.fill(taker, NONE);
        for (int i = 0; i < expected.size(); i++) {
            if (!finds(i, taker, new boolean[actual.size()])) {
                return Optional.of(missing(i));
            }
        }
        return Optional.empty();
    }

    // An entry may match several, so one that took a place gives it up when it finds another.
    private boolean finds(int entry, int[] taker, boolean[] tried) {
        for (int place = 0; place < taker.length; place++) {
            if (tried[place] || compare(entry, place).isPresent()) {
                continue;
            }
            tried[place] = true;
            if (taker[place] == NONE || finds(taker[place], taker, tried)) {
                taker[place] = entry;
                return true;
            }
        }
        return false;
    }

    private Difference missing(int entry) {
        String wanted = Difference.show(expected.get(entry));
        return IntStream.range(0, actual.size())
                .boxed()
                .max(Comparator.comparingLong(place -> likeness(entry, place)))
                .flatMap(place -> compare(entry, place))
                .map(nearest ->
                        new Difference(
                                path, "an entry like " + wanted, "none; nearest is " + nearest))
                .orElseGet(() ->
                        new Difference(
                                path,
                                "one more entry like " + wanted,
                                actual.size() + " entries, all taken or unlike"));
    }

    private long likeness(int entry, int place) {
        return comparison.likeness(expected.get(entry), actual.get(place));
    }

    private Optional<Difference> number() {
        if (expected.size() == actual.size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(
                        path,
                        "%d entries".formatted(expected.size()),
                        "%d entries".formatted(actual.size())));
    }

    private Optional<Difference> compare(int entry, int place) {
        return comparison.compare(
                "%s[%d]".formatted(path, place), expected.get(entry), actual.get(place));
    }
}
