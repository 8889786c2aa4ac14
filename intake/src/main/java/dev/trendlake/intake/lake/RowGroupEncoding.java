package dev.trendlake.intake.lake;

import io.trino.spi.Page;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.parquet.format.SchemaElement;

/**
 * Encodes the row groups of a file while rows are gathered: every second column on one thread, the
 * others on another, so that no more is held of the rows than a few pages.
 */
final class RowGroupEncoding implements AutoCloseable {
    private static final int LANES = 2;

    /** How many row groups may be done in one lane and not yet in the other. */
    private static final int AHEAD = 2;

    /** A row group that was ended. */
    private record Ended(long rows, List<Future<Map<Integer, EncodedChunk>>> chunks) {}

    private final ColumnChunks chunks;
    private final List<ColumnLane> lanes;
    private final Deque<Ended> ended = new ArrayDeque<>();
    private long rows;

    /**
     * @param schema of each column
     * @param chunks where encoded row groups go
     */
    RowGroupEncoding(
            List<? extends LakeColumn<?>> columns,
            List<SchemaElement> schema,
            ColumnChunks chunks) {
        this.chunks = chunks;
        this.lanes =
                IntStream.range(0, LANES)
                        .mapToObj(lane -> places(lane, columns.size()))
                        .map(places ->
                                new ColumnLane(() -> new RowGroupEncoder(columns, schema, places)))
                        .toList();
    }

    /** Adds rows to the group. */
    void add(Page page) throws IOException {
        rows += page.getPositionCount();
        for (ColumnLane lane : lanes) {
            lane.add(page);
        }
    }

    /** Ends the group; without rows there is none. */
    void endGroup() throws IOException {
        if (rows == 0) {
            return;
        }
        ended.add(new Ended(rows, lanes.stream().map(ColumnLane::endGroup).toList()));
        rows = 0;
        if (ended.size() > AHEAD) {
            takeEncoded();
        }
    }

    /** Waits until all groups that were ended are where they go. */
    void finish() throws IOException {
        while (!ended.isEmpty()) {
            takeEncoded();
        }
    }

    @Override
    public void close() {
        lanes.forEach(ColumnLane::close);
    }

    private void takeEncoded() throws IOException {
        Ended group = ended.remove();
        Map<Integer, EncodedChunk> all = new TreeMap<>();
        for (Future<Map<Integer, EncodedChunk>> some : group.chunks()) {
            all.putAll(ColumnLane.result(some));
        }
        chunks.add(new EncodedRowGroup(group.rows(), new ArrayList<>(all.values())));
    }

    private static int[] places(int lane, int columns) {
        return IntStream.range(0, columns).filter(place -> place % LANES == lane).toArray();
    }
}
