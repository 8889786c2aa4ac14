package dev.trendlake.intake.load;

import dev.trendlake.intake.source.RowBatch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Parses batches on two threads, and gives them on in the order in which they came. */
final class BatchPipeline implements AutoCloseable {
    private static final int THREADS = 2;

    /** How many batches there are at most between reading and taking. */
    private static final int WAITING = 3;

    /** Takes what was parsed. */
    @FunctionalInterface
    interface Taker {
        /** Takes a batch. */
        void take(ParsedBatch batch) throws IOException;
    }

    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
    private final BlockingQueue<EventParser> parsers = new LinkedBlockingQueue<>();
    private final Deque<Future<ParsedBatch>> waiting = new ArrayDeque<>();
    private final Taker taker;

    BatchPipeline(Supplier<EventParser> parser, Taker taker) {
        this.taker = taker;
        for (int i = 0; i < THREADS; i++) {
            parsers.add(parser.get());
        }
    }

    void add(RowBatch batch) throws IOException {
        waiting.add(threads.submit(() -> parse(batch)));
        if (waiting.size() > WAITING) {
            takeNext();
        }
    }

    /** Waits until everything is taken. */
    void finish() throws IOException {
        while (!waiting.isEmpty()) {
            takeNext();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private ParsedBatch parse(RowBatch batch) throws InterruptedException {
        EventParser parser = parsers.take();
        try {
            return parser.parse(batch);
        } finally {
            parsers.add(parser);
        }
    }

    private void takeNext() throws IOException {
        try {
            taker.take(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
