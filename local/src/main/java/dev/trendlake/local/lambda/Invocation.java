package dev.trendlake.local.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function. */
final class Invocation {
    private final String requestId = UUID.randomUUID().toString();
    private final String event;
    private final CompletableFuture<Void> taken = new CompletableFuture<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Invocation(String event) {
        this.event = event;
    }

    String requestId() {
        return requestId;
    }

    String event() {
        return event;
    }

    /** Completes when the runtime has fetched the event: the function's time starts then. */
    CompletableFuture<Void> taken() {
        return taken;
    }

    /** Completes with what became of it. */
    CompletableFuture<Outcome> outcome() {
        return outcome;
    }
}
