package dev.trendlake.hogql;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what somebody may have meant who wrote a name wrongly. */
final class NearName {
    private static final int LONGEST = 50;

    private NearName() {}

    static Optional<String> of(String written, Set<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int tolerated = written.length() < 5 ? 1 : 2;
        return known.stream()
                .filter(name -> distance(written, name) <= tolerated)
                .min(
                        Comparator.<String>comparingInt(name -> distance(written, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    // Levenshtein's distance, whatever the case of letters.
    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                boolean same = left.charAt(row - 1) == right.charAt(column - 1);
                int replaced = previous[column - 1] + (same ? 0 : 1);
                int either = Math.min(previous[column], current[column - 1]) + 1;
                current[column] = Math.min(replaced, either);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
