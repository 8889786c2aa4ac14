package dev.trendlake.intake.load;

/**
 * How much an import holds in memory.
 *
 * @param spool bytes of rows that wait in memory before they go to a temporary file
 * @param run bytes of rows that are sorted at once, and make one file
 */
public record ImportMemory(long spool, long run) {
    /** Checks that there is some. */
    public ImportMemory {
        if (spool <= 0 || run <= 0) {
            throw new IllegalArgumentException("no memory: " + spool + " and " + run);
        }
    }

    /** What fits into a heap of 320 MB. */
    public static ImportMemory standard() {
        return new ImportMemory(8L << 20, DayWriting.standardRun());
    }
}
