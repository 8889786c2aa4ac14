package dev.trendlake.intake.lake;

import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.SchemaElement;

/**
 * A column of a row group as bytes.
 *
 * @param bytes its pages, a dictionary first if there is one
 * @param metadata what a footer says of it; offsets count from the first of the bytes
 * @param schema what it holds
 */
@SuppressWarnings("ArrayRecordComponent") // They are written out and forgotten, never compared.
record EncodedChunk(byte[] bytes, ColumnMetaData metadata, SchemaElement schema) {
    /** Whether any of its values is not NULL. */
    boolean hasValues() {
        return !metadata.isSetStatistics()
                || metadata.getStatistics().getNull_count() < metadata.getNum_values();
    }
}
