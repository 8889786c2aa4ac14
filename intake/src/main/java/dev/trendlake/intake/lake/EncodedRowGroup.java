package dev.trendlake.intake.lake;

import java.util.List;

/**
 * A row group as bytes.
 *
 * @param rows how many rows it has
 * @param chunks its columns, in their order
 */
record EncodedRowGroup(long rows, List<EncodedChunk> chunks) {
    EncodedRowGroup {
        chunks = List.copyOf(chunks);
    }
}
