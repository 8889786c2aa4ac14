package dev.trendlake.intake.lake;

import java.time.LocalDate;
import java.util.Optional;

/** Lets one at a time change the files of a day of a project: an import, or a compaction. */
public interface DayLeases {
    /** The right to change a day's files, until it is given back or expires. */
    interface DayLease extends AutoCloseable {
        /**
         * Makes sure that it holds on for minutes from now.
         *
         * @throws LeaseLost when somebody else has the day by now
         */
        void extend() throws LeaseLost;

        /** Gives it back. */
        @Override
        void close();
    }

    /** Takes the right; empty when somebody else has it. */
    Optional<DayLease> take(long project, LocalDate day);
}
