package dev.trendlake.cache;

import java.util.List;

/**
 * What an execution computes for a question.
 *
 * @param basis what the answer follows from, as it was before the execution began
 * @param buckets the buckets that the answer is put together from, in order; none when the rows of
 *     the execution are those of the question
 */
public record Work(Basis basis, List<Bucket> buckets) {
    /** Copies the list. */
    public Work {
        buckets = List.copyOf(buckets);
    }

    /** Whether the rows of the execution are those of the question. */
    public boolean isWhole() {
        return buckets.isEmpty();
    }

    /** Whether some buckets were known before. */
    public boolean isPartial() {
        return !buckets.stream().allMatch(Bucket::isComputed);
    }

    /**
     * A bucket of the question.
     *
     * @param name the name of its piece
     * @param digest of the versions that it follows from, before the execution began
     * @param period the number of its period in the execution's rows; -1 when the piece was known
     * @param slot its name in the rows
     */
    public record Bucket(String name, String digest, int period, String slot) {
        private static final int KNOWN = -1;

        /** A bucket whose piece is known. */
        public static Bucket known(String name, String digest, String slot) {
            return new Bucket(name, digest, KNOWN, slot);
        }

        /** Whether the execution computes it. */
        public boolean isComputed() {
            return period != KNOWN;
        }
    }
}
