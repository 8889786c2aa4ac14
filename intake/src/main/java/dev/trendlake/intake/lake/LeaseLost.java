package dev.trendlake.intake.lake;

import java.io.IOException;
import java.time.LocalDate;

/** Somebody else changes the files of a day: what was to be done comes again later. */
public final class LeaseLost extends IOException {
    private static final long serialVersionUID = 1L;

    /** Takes whose day it is. */
    public LeaseLost(long project, LocalDate day) {
        super("another changes the files of %s of project %d".formatted(day, project));
    }
}
