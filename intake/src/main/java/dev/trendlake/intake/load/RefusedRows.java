package dev.trendlake.intake.load;

import java.io.IOException;

/** Takes rows that are refused. */
@FunctionalInterface
public interface RefusedRows {
    /** Takes one. */
    void refuse(RefusedRow row) throws IOException;
}
