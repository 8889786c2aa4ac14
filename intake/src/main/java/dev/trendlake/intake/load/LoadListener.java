package dev.trendlake.intake.load;

/**
 * Hears how a load goes on: from two threads at once, since one source is written while the next is
 * read.
 */
public interface LoadListener {
    /** A source is about to be loaded, the {@code number}th of so many. */
    default void source(String name, int number, int of) {}

    /** A line was read; {@code lines} were so far. */
    void read(long lines);

    /** A line was refused. */
    void refused(RefusedLine line);

    /** Writing began: so many days are touched. */
    void writing(int days);

    /** Groups were left out, since the project doesn't name their type; so many are of it. */
    void groupTypeUnknown(String type, int groups);

    /**
     * Something was not learned, since it is more than a project keeps: {@code names of events}.
     */
    void namesLeftOut(String what);

    /** Nobody listens. */
    static LoadListener none() {
        return new LoadListener() {
            @Override
            public void read(long lines) {}

            @Override
            public void refused(RefusedLine line) {}

            @Override
            public void writing(int days) {}

            @Override
            public void groupTypeUnknown(String type, int groups) {}

            @Override
            public void namesLeftOut(String what) {}
        };
    }
}
