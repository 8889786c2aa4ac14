package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The request that warms what captures events: one with a token that nobody has, which is read,
 * looked for and refused.
 */
final class CapturePriming {
    private static final String BODY =
            """
            {"api_key":"phc_priming","batch":[{"event":"priming","distinct_id":"priming"}]}\
            """;

    private static final Duration TIME = Duration.ofSeconds(5);

    private CapturePriming() {}

    /** Sends the request. Without it the function is only slower: a failure is logged alone. */
    static void run(Doorway doorway, PrintStream log) {
        try {
            doorway.answer(event(), new Invocation("priming", () -> TIME));
        } catch (RuntimeException e) {
            log.println("priming failed");
            e.printStackTrace(log);
        }
    }

    private static String event() {
        ObjectNode event = JsonFormat.object().put("rawPath", "/batch").put("body", BODY);
        event.putObject("headers").put("content-type", "application/json");
        event.putObject("requestContext").putObject("http").put("method", "POST");
        return event.toString();
    }
}
