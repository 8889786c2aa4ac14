package dev.trendlake.intake.lake;

import io.trino.spi.Page;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Encodes some columns of one row group after the other, on a thread of its own. */
final class ColumnLane implements AutoCloseable {
    /** How many pages wait to be encoded. */
    private static final int WAITING = 2;

    private final Supplier<RowGroupEncoder> groups;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    // The thread's own.
    private RowGroupEncoder group;

    ColumnLane(Supplier<RowGroupEncoder> groups) {
        this.groups = groups;
        this.group = groups.get();
    }

    /** Adds rows to the group; waits when too many wait before them. */
    void add(Page page) throws IOException {
        waiting.add(
                thread.submit(() -> {
                    group.add(page);
                    return true;
                }));
        if (waiting.size() > WAITING) {
            result(waiting.remove());
        }
    }

    /** Ends the group, which has rows, and gives its chunks when they are encoded. */
    Future<Map<Integer, EncodedChunk>> endGroup() {
        Future<Map<Integer, EncodedChunk>> chunks =
                thread.submit(() -> {
                    Map<Integer, EncodedChunk> ended = group.end();
                    group = groups.get();
                    return ended;
                });
        waiting.add(chunks);
        return chunks;
    }

    @Override
    public void close() {
        thread.close();
    }

    /** What a step gives, once it is done. */
    static <T> T result(Future<T> step) throws IOException {
        try {
            return step.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("a row group could not be encoded", e.getCause());
        }
    }
}
