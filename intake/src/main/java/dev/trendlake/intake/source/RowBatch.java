package dev.trendlake.intake.source;

import io.airlift.slice.Slice;
import io.trino.spi.Page;
import java.util.Map;

/** Some rows of a source, one behind the other. */
public sealed interface RowBatch {
    /** The number of the first row, from 1: of a line, or of a row of Parquet. */
    long first();

    /**
     * Lines.
     *
     * @param text whole lines, each but the last one with its line feed
     */
    record Lines(Slice text, long first) implements RowBatch {}

    /**
     * A line that is longer than a line may be, and was passed over.
     *
     * @param start how it begins
     */
    record LongLine(Slice start, long first) implements RowBatch {}

    /**
     * Rows of Parquet.
     *
     * @param columns where the columns that were asked for are, by name
     */
    record Rows(Page page, Map<String, PageColumn> columns, long first) implements RowBatch {
        /** Copies the map. */
        public Rows {
            columns = Map.copyOf(columns);
        }
    }
}
