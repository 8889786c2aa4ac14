package dev.trendlake.intake.imports;

import java.util.List;

/** What became of an object. */
public sealed interface ObjectOutcome {
    /**
     * It is in the lake.
     *
     * @param reports a report for each project that it has rows of
     */
    record Imported(List<ImportReport> reports) implements ObjectOutcome {
        /** Copies the list. */
        public Imported {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Nothing was done with it.
     *
     * @param reason why
     */
    record LeftAlone(String reason) implements ObjectOutcome {}
}
