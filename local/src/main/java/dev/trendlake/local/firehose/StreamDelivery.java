package dev.trendlake.local.firehose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Brings a stream's records into S3, a second after the first of them came. */
final class StreamDelivery implements AutoCloseable {
    private static final Duration BUFFERED = Duration.ofSeconds(1);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);

    private final DeliveryStream stream;
    private final RecordBuffer buffer;
    private final ObjectSink sink;
    private final InstantSource clock;
    private final Thread thread;

    StreamDelivery(DeliveryStream stream, Path folder, ObjectSink sink, InstantSource clock) {
        this.stream = stream;
        this.buffer = new RecordBuffer(folder);
        this.sink = sink;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("stream " + stream.name()).unstarted(this::deliver);
    }

    DeliveryStream stream() {
        return stream;
    }

    void start() {
        thread.start();
    }

    /** Takes records; they are kept when this returns. */
    synchronized void accept(List<byte[]> records) {
        buffer.add(records, clock.instant());
        notifyAll();
    }

    /** Stops; what is in no object yet is delivered after the next start. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void deliver() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                awaitRecords();
                Thread.sleep(BUFFERED);
                deliverOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitRecords() throws InterruptedException {
        while (isEmpty()) {
            wait();
        }
    }

    private boolean isEmpty() {
        try {
            return buffer.waiting().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private void deliverOnce() throws InterruptedException {
        try {
            List<Path> batches = buffer.waiting();
            sink.put(
                    stream.bucket(),
                    stream.keyAt(clock.instant()),
                    RecordBuffer.compressed(batches));
            RecordBuffer.remove(batches);
        } catch (IOException e) {
            System.err.println(
                    "trendlake: the stream " + stream.name() + " waits: " + e.getMessage());
            Thread.sleep(BEFORE_RETRY);
        }
    }
}
