package dev.trendlake.local.queue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All queues of a stack, each in a folder of its own. */
public final class LocalQueues {
    private final Map<String, LocalQueue> byArn = new LinkedHashMap<>();

    /**
     * Opens the queues.
     *
     * @param folder holds a folder for each of them
     * @throws IllegalArgumentException when dead letters are to go to a queue that isn't there
     */
    public LocalQueues(Collection<QueueDefinition> definitions, Path folder, InstantSource clock) {
        for (QueueDefinition definition : definitions) {
            byArn.put(
                    definition.arn(),
                    new LocalQueue(
                            definition,
                            folder.resolve(definition.name()),
                            clock,
                            message -> byArn(definition.deadLetters()).take(message)));
        }
        definitions.stream()
                .map(QueueDefinition::deadLetters)
                .filter(arn -> !arn.isEmpty())
                .forEach(this::byArn);
    }

    /** In the order of the template. */
    public List<LocalQueue> all() {
        return List.copyOf(byArn.values());
    }

    /** The queue of an ARN. */
    public LocalQueue byArn(String arn) {
        LocalQueue queue = byArn.get(arn);
        if (queue == null) {
            throw new IllegalArgumentException(
                    "there is no queue "
                            + arn
                            + "; there are "
                            + String.join(", ", byArn.keySet()));
        }
        return queue;
    }

    /** The queue of a physical name. */
    public Optional<LocalQueue> find(String name) {
        return byArn.values().stream()
                .filter(queue -> queue.definition().name().equals(name))
                .findFirst();
    }

    /** The queues whose given-up messages a queue keeps. */
    public List<LocalQueue> sourcesOf(LocalQueue deadLetters) {
        List<LocalQueue> sources = new ArrayList<>();
        for (LocalQueue queue : byArn.values()) {
            if (queue.definition().deadLetters().equals(deadLetters.definition().arn())) {
                sources.add(queue);
            }
        }
        return sources;
    }

    /** Moves all messages from one queue to another, as new; gives their number. */
    public static int move(LocalQueue from, LocalQueue to) {
        List<Message> messages = from.all();
        for (Message message : messages) {
            to.take(message);
            from.remove(message.id());
        }
        return messages.size();
    }
}
