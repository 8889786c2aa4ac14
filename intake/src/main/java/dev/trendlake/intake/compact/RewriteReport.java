package dev.trendlake.intake.compact;

/**
 * What became of a day's files.
 *
 * @param replaced how many there were that are not read any more
 * @param written how many replace them
 * @param bytes how large those are together
 */
public record RewriteReport(int replaced, int written, long bytes) {
    /** Nothing was worth it. */
    public static final RewriteReport NOTHING = new RewriteReport(0, 0, 0);

    /** Both together. */
    public RewriteReport and(RewriteReport other) {
        return new RewriteReport(
                replaced + other.replaced, written + other.written, bytes + other.bytes);
    }
}
