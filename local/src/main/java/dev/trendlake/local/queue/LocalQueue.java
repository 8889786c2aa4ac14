package dev.trendlake.local.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A queue whose messages are files: what was sent is there after a restart. Messages that were
 * received too often go to another queue. Safe for many threads.
 */
public final class LocalQueue {
    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::sentAt).thenComparing(Message::id);

    private final QueueDefinition definition;
    private final MessageFiles files;
    private final InstantSource clock;
    private final Consumer<Message> deadLetters;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private Delivery delivery = Delivery.USUAL;

    /**
     * Opens a queue.
     *
     * @param folder holds its messages, and no others
     * @param deadLetters takes the messages that are given up, before this queue forgets them
     */
    LocalQueue(
            QueueDefinition definition,
            Path folder,
            InstantSource clock,
            Consumer<Message> deadLetters) {
        this.definition = definition;
        this.files = new MessageFiles(folder);
        this.clock = clock;
        this.deadLetters = deadLetters;
        files.all().stream().sorted(ORDER).forEach(message -> messages.put(message.id(), message));
    }

    /** What it is. */
    public QueueDefinition definition() {
        return definition;
    }

    /** From now on delivers so. */
    public synchronized void deliver(Delivery manner) {
        delivery = manner;
    }

    /** Keeps a message; it is in the queue when this returns. Gives its id. */
    public synchronized String send(String body) {
        String id = "";
        for (int copy = 0; copy < delivery.copies(); copy++) {
            id = UUID.randomUUID().toString();
            put(Message.sent(id, body, clock.instant()));
        }
        notifyAll();
        return id;
    }

    /** Takes over a message of another queue. */
    synchronized void take(Message message) {
        put(message.moved(clock.instant()));
        notifyAll();
    }

    /** Gives a message that is visible, and hides it for a time. */
    public synchronized Optional<Message> receive(Duration hidden) {
        Instant now = clock.instant();
        giveUp(now);
        List<Message> visible = visible(now);
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        Message received =
                delivery.pick(visible)
                        .received(UUID.randomUUID().toString(), now, now.plus(hidden));
        put(received);
        return Optional.of(received);
    }

    /** Waits until a message can be received; no longer than a time. */
    public synchronized void await(Duration longest) throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        Instant now = clock.instant();
        while (now.isBefore(end) && visible(now).isEmpty()) {
            wait(Math.max(1, Duration.between(now, earliest(end)).toMillis()));
            now = clock.instant();
        }
    }

    /** Forgets a message, if the receipt is the latest one given for it. */
    public synchronized void delete(String receipt) {
        find(receipt).ifPresent(message -> forget(message.id()));
    }

    /** Hides a message that was received for another time, from now. */
    public synchronized void hide(String receipt, Duration time) {
        find(receipt)
                .ifPresent(message -> {
                    messages.put(message.id(), message.visibleAt(clock.instant().plus(time)));
                    notifyAll();
                });
    }

    /** Forgets a message, whoever has it. */
    synchronized void remove(String id) {
        forget(id);
    }

    /** All its messages, the oldest first, whether somebody has them or not. */
    public synchronized List<Message> all() {
        return messages.values().stream().sorted(ORDER).toList();
    }

    /** How many of them nobody has. */
    public synchronized long visibleCount() {
        return visible(clock.instant()).size();
    }

    private void giveUp(Instant now) {
        for (Message message : visible(now)) {
            if (definition.givesUpAfter(message.receives())) {
                deadLetters.accept(message);
                forget(message.id());
            }
        }
    }

    private List<Message> visible(Instant now) {
        List<Message> visible = new ArrayList<>();
        for (Message message : messages.values()) {
            if (!message.visibleAt().isAfter(now)) {
                visible.add(message);
            }
        }
        return visible;
    }

    // When the next message can be received, or another time that is earlier.
    private Instant earliest(Instant other) {
        Instant earliest = other;
        for (Message message : messages.values()) {
            if (message.visibleAt().isBefore(earliest)) {
                earliest = message.visibleAt();
            }
        }
        return earliest;
    }

    private Optional<Message> find(String receipt) {
        return messages.values().stream()
                .filter(message -> message.receipt().equals(receipt) && !receipt.isEmpty())
                .findFirst();
    }

    private void put(Message message) {
        files.write(message);
        messages.put(message.id(), message);
    }

    private void forget(String id) {
        files.remove(id);
        messages.remove(id);
    }
}
