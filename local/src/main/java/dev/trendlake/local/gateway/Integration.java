package dev.trendlake.local.gateway;

import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.lambda.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls the function of a route and gives up on it where the gateway would. */
final class Integration implements AutoCloseable {
    // The largest event that Lambda takes, in bytes.
    private static final int EVENT_LIMIT = 6_291_556;

    private final LocalLambda functions;
    private final Duration timeout;
    private final AnswerReader answers = new AnswerReader();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Integration(LocalLambda functions, Duration timeout) {
        this.functions = functions;
        this.timeout = timeout;
    }

    GatewayResponse answer(GatewayRequest request, RouteMatch match) throws InterruptedException {
        String event = EventWriter.write(request, match);
        if (event.length() > EVENT_LIMIT) {
            return GatewayResponse.message(413, "Request Entity Too Large");
        }
        // The function goes on when the gateway has given up, as it does in Lambda.
        Future<Outcome> call =
                threads.submit(() -> functions.invoke(match.route().function(), event));
        try {
            return response(call.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return GatewayResponse.message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            return GatewayResponse.internalServerError();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private GatewayResponse response(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answer(String payload) -> answers.read(payload);
            case Outcome.Failure(String _) -> GatewayResponse.internalServerError();
        };
    }
}
