package dev.trendlake.intake.compact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The files of a project's days that statements pass over: those that are being written to replace
 * others, and those that have been replaced. Both change places in one step, so that each statement
 * sees each event exactly once: those that began before read the old files, all others the new.
 */
public interface LeftOutFiles {
    /** The names of files of a day that don't count yet. */
    Set<String> coming(long project, LocalDate day);

    /** The names of files of a day that don't count any more, and since when. */
    Map<String, Instant> going(long project, LocalDate day);

    /** The days of which files are left out. */
    Set<LocalDate> days(long project);

    /** How many files of a project are left out. */
    int count(long project);

    /** From now on statements pass over files that will be written. */
    void announce(long project, LocalDate day, Set<String> coming);

    /**
     * From now on the files that came count, and those that they replace don't.
     *
     * @return whether it was so: not when somebody else has given up those that came, who took them
     *     for what was left by one who had been killed
     */
    boolean exchange(
            long project, LocalDate day, Set<String> came, Set<String> replaced, Instant now);

    /** Forgets files that are not there: neither a file that came to nothing nor one removed. */
    void forget(long project, LocalDate day, Set<String> names);
}
