package dev.trendlake.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue that behaves as SQS's documentation says of a standard queue. */
final class LocalQueueTest {
    private static final Duration HIDDEN = Duration.ofSeconds(30);
    private static final QueueDefinition DEAD = definition("dead", "", 0);
    private static final QueueDefinition MAIN = definition("main", DEAD.arn(), 2);

    @TempDir Path folder;

    private Instant now = Instant.parse("2026-11-27T08:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void hidesAMessageThatSomebodyHas() {
        LocalQueue queue = queues().byArn(MAIN.arn());
        queue.send("one");

        Message received = queue.receive(HIDDEN).orElseThrow();
        assertThat(received.body()).isEqualTo("one");
        assertThat(received.receives()).isEqualTo(1);
        assertThat(queue.receive(HIDDEN)).isEmpty();

        now = now.plus(HIDDEN);
        assertThat(queue.receive(HIDDEN)).map(Message::receives).contains(2);
    }

    @Test
    void forgetsAMessageByItsLatestReceiptAlone() {
        LocalQueue queue = queues().byArn(MAIN.arn());
        queue.send("one");
        Message first = queue.receive(HIDDEN).orElseThrow();
        now = now.plus(HIDDEN);
        Message second = queue.receive(HIDDEN).orElseThrow();

        queue.delete(first.receipt());
        assertThat(queue.all()).hasSize(1);
        queue.delete(second.receipt());
        assertThat(queue.all()).isEmpty();
    }

    @Test
    void givesUpAMessageThatWasReceivedTooOften() {
        LocalQueues queues = queues();
        LocalQueue queue = queues.byArn(MAIN.arn());
        queue.send("bad");
        for (int i = 0; i < 2; i++) {
            assertThat(queue.receive(HIDDEN)).isPresent();
            now = now.plus(HIDDEN);
        }

        assertThat(queue.receive(HIDDEN)).isEmpty();
        assertThat(queue.all()).isEmpty();
        assertThat(queues.byArn(DEAD.arn()).all())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.body()).isEqualTo("bad");
                    assertThat(message.receives()).isZero();
                });
    }

    @Test
    void keepsMessagesOverARestartAndShowsThemAtOnce() {
        LocalQueue queue = queues().byArn(MAIN.arn());
        queue.send("one");
        queue.send("two");
        queue.receive(HIDDEN);

        LocalQueue restarted = queues().byArn(MAIN.arn());
        assertThat(restarted.all())
                .extracting(Message::body)
                .containsExactlyInAnyOrder("one", "two");
        assertThat(drain(restarted)).containsExactlyInAnyOrder("one", "two");
        assertThat(queues().byArn(MAIN.arn()).all()).isEmpty();
    }

    @Test
    void remembersOverARestartHowOftenAMessageWasReceived() {
        LocalQueue queue = queues().byArn(MAIN.arn());
        queue.send("bad");
        queue.receive(HIDDEN);
        queues().byArn(MAIN.arn()).receive(HIDDEN);

        assertThat(queues().byArn(MAIN.arn()).receive(HIDDEN)).isEmpty();
        assertThat(queues().byArn(DEAD.arn()).all())
                .extracting(Message::body)
                .containsExactly("bad");
    }

    @Test
    void deliversTwiceAndOutOfOrderWhenATestAsksForIt() {
        LocalQueue queue = queues().byArn(MAIN.arn());
        queue.deliver(Delivery.twiceAndShuffled(new Random(7)));
        List<String> sent = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
        sent.forEach(queue::send);

        List<String> delivered = drain(queue);
        List<String> twice = new ArrayList<>(sent);
        twice.addAll(sent);
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(twice).isNotEqualTo(twice);
    }

    @Test
    void sendsDeadLettersBackAsNew() {
        LocalQueues queues = queues();
        queues.byArn(DEAD.arn()).send("again");

        assertThat(queues.sourcesOf(queues.byArn(DEAD.arn())))
                .containsExactly(queues.byArn(MAIN.arn()));
        assertThat(LocalQueues.move(queues.byArn(DEAD.arn()), queues.byArn(MAIN.arn())))
                .isEqualTo(1);
        assertThat(queues.byArn(DEAD.arn()).all()).isEmpty();
        assertThat(queues.byArn(MAIN.arn()).receive(HIDDEN)).map(Message::body).contains("again");
    }

    @Test
    void refusesDeadLettersWithoutAQueue() {
        assertThatThrownBy(() -> new LocalQueues(List.of(MAIN), folder, clock))
                .hasMessage("there is no queue %s; there are %s".formatted(DEAD.arn(), MAIN.arn()));
    }

    private LocalQueues queues() {
        return new LocalQueues(List.of(MAIN, DEAD), folder, clock);
    }

    private static List<String> drain(LocalQueue queue) {
        List<String> bodies = new ArrayList<>();
        Optional<Message> next = queue.receive(HIDDEN);
        while (next.isPresent()) {
            bodies.add(next.get().body());
            queue.delete(next.get().receipt());
            next = queue.receive(HIDDEN);
        }
        return bodies;
    }

    private static QueueDefinition definition(String name, String deadLetters, int receives) {
        return new QueueDefinition(
                name, "arn:aws:sqs:us-east-1:000000000000:" + name, HIDDEN, deadLetters, receives);
    }
}
