package dev.trendlake.cache;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The pieces of a question.
 *
 * @param byBucket each piece by the name of its bucket, which begins with its start
 * @param haveAllValues false when the breakdown was seen to have more values than pieces may hold:
 *     then the question is computed whole
 */
public record Pieces(NavigableMap<String, Piece> byBucket, boolean haveAllValues) {
    /** Beyond this many amounts in all, the earliest pieces are forgotten. */
    private static final int MOST_AMOUNTS = 200_000;

    /** Copies the map. */
    public Pieces {
        byBucket = Collections.unmodifiableNavigableMap(new TreeMap<>(byBucket));
    }

    /** None yet. */
    public static Pieces none() {
        return new Pieces(new TreeMap<>(), true);
    }

    /** None, since they would have too many values. */
    public static Pieces tooMany() {
        return new Pieces(new TreeMap<>(), false);
    }

    /** These and others, which take the place of those of the same buckets. */
    public Pieces with(Map<String, Piece> others) {
        NavigableMap<String, Piece> all = new TreeMap<>(byBucket);
        all.putAll(others);
        long amounts = all.values().stream().mapToLong(Pieces::weight).sum();
        while (amounts > MOST_AMOUNTS && all.size() > others.size()) {
            amounts -= weight(all.pollFirstEntry().getValue());
        }
        return new Pieces(all, haveAllValues);
    }

    // An empty piece takes some room, too.
    private static long weight(Piece piece) {
        return 1L + piece.amounts().size();
    }
}
