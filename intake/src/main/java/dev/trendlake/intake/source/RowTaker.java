package dev.trendlake.intake.source;

import java.io.IOException;

/** Takes the rows of a source in their order. */
public interface RowTaker {
    /** Takes rows. */
    void take(RowBatch batch) throws IOException;

    /**
     * Hears that nothing more can be read, since the source is damaged.
     *
     * @param row the number of the first row that is lost, from 1
     * @param reason what is wrong
     */
    void damaged(long row, String reason) throws IOException;
}
