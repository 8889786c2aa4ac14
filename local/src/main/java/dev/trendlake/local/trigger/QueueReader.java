package dev.trendlake.local.trigger;

import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.lambda.Outcome;
import dev.trendlake.local.queue.LocalQueue;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.queue.Message;
import dev.trendlake.local.queue.QueueSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls a function with the messages of a queue until it is closed. What failed comes again: after
 * a second, then two, four, and so on up to a minute, where SQS would wait for the queue's
 * visibility timeout. A process of the function starts with the first message.
 */
public final class QueueReader implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_SECONDS = 60;
    // A machine of two cores has others to serve.
    private static final int MOST_AT_ONCE = 2;

    private final QueueSource source;
    private final LocalQueue queue;
    private final LocalLambda functions;
    private final String region;
    private final List<Thread> threads = new ArrayList<>();

    private QueueReader(
            QueueSource source, LocalQueue queue, LocalLambda functions, String region) {
        this.source = source;
        this.queue = queue;
        this.functions = functions;
        this.region = region;
    }

    /** Starts reading. */
    public static QueueReader start(
            QueueSource source, LocalQueues queues, LocalLambda functions, String region) {
        QueueReader reader =
                new QueueReader(source, queues.byArn(source.queue()), functions, region);
        for (int i = 0; i < Math.min(source.concurrency(), MOST_AT_ONCE); i++) {
            reader.threads.add(
                    Thread.ofVirtual().name("reader of " + source.queue()).start(reader::read));
        }
        return reader;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void read() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Message> batch = batch();
                if (batch.isEmpty()) {
                    queue.await(IDLE);
                } else {
                    handle(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> batch() throws InterruptedException {
        List<Message> batch = new ArrayList<>();
        Optional<Message> next = receive();
        long end = System.nanoTime() + source.window().toNanos();
        while (next.isPresent()) {
            batch.add(next.get());
            next = batch.size() < source.batchSize() ? receiveUntil(end) : Optional.empty();
        }
        return batch;
    }

    private Optional<Message> receiveUntil(long end) throws InterruptedException {
        Optional<Message> message = receive();
        long left = end - System.nanoTime();
        while (message.isEmpty() && left > 0) {
            queue.await(Duration.ofNanos(left));
            message = receive();
            left = end - System.nanoTime();
        }
        return message;
    }

    private Optional<Message> receive() {
        return queue.receive(queue.definition().visibility());
    }

    private void handle(List<Message> batch) throws InterruptedException {
        Set<String> failed = failed(batch);
        for (Message message : batch) {
            if (failed.contains(message.id())) {
                queue.hide(message.receipt(), pauseAfter(message.receives()));
            } else {
                queue.delete(message.receipt());
            }
        }
    }

    private Set<String> failed(List<Message> batch) throws InterruptedException {
        String event = QueueEvent.of(batch, source.queue(), region);
        return switch (functions.invoke(source.function(), event)) {
            case Outcome.Answer(String payload) ->
                    source.tellsFailures() ? BatchAnswer.failures(payload, batch) : Set.of();
            case Outcome.Failure _ -> batch.stream().map(Message::id).collect(Collectors.toSet());
        };
    }

    private static Duration pauseAfter(int receives) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(receives - 1, 6)));
    }
}
