package dev.trendlake.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Warms a function before its snapshot is taken: a request with a key that nobody has runs through
 * the door, which loads the classes of checking and makes one read from DynamoDB, and a question is
 * taken to its statement and its answer. It changes nothing.
 */
final class Priming {
    private static final String EVENT = "priming.json";
    private static final Duration TIME = Duration.ofSeconds(5);

    private Priming() {}

    /** Sends the request. Without it the function is only slower, so a failure is logged alone. */
    static void run(Doorway doorway, PrintStream log) {
        try {
            PrimingQuestion.answer();
            doorway.answer(event(), new Invocation("priming", () -> TIME));
        } catch (RuntimeException e) {
            log.println("priming failed");
            e.printStackTrace(log);
        }
    }

    private static String event() {
        try (InputStream event = Priming.class.getResourceAsStream(EVENT)) {
            if (event == null) {
                throw new IllegalStateException("the jar lacks " + EVENT);
            }
            return new String(event.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + EVENT, e);
        }
    }
}
