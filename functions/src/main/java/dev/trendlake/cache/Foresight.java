package dev.trendlake.cache;

import dev.trendlake.project.SideTables;
import java.time.YearMonth;
import java.util.function.Supplier;

/** Is told what will be looked for next, so that all of it can be read in one call. */
@FunctionalInterface
public interface Foresight {
    /**
     * The rows of a question, and versions that tell whether they are exact; others may be needed,
     * too.
     *
     * @param question the question's name
     * @param first the first month of events, by UTC days
     * @param last the last one
     * @param tables the versions of the tables beside the events that count
     */
    record Expected(CacheKey question, YearMonth first, YearMonth last, SideTables tables) {}

    /** Tells what will be looked for; it is asked for only where it isn't known already. */
    void expect(Supplier<Expected> expected);

    /** Each thing is read when it is looked for. */
    static Foresight none() {
        return _ -> {};
    }
}
