package dev.trendlake.bench.stack;

import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.local.template.FunctionDefinition;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads one item of the results, in a function's process like that of trends. */
final class BareRead implements AutoCloseable {
    private static final String FUNCTION = "BareReadFunction";

    private final LocalLambda lambda;
    private final String event;

    private BareRead(LocalLambda lambda, String event) {
        this.lambda = lambda;
        this.event = event;
    }

    /** Makes one ready that is given what a function is given. */
    static BareRead like(FunctionDefinition function, HostedStack stack) throws IOException {
        RunningStack running = stack.running();
        FunctionDefinition definition =
                new FunctionDefinition(
                        FUNCTION,
                        "bare-read",
                        BareReadFunction.class.getName() + "::handleRequest",
                        HandlerJar.write(BareReadFunction.class, stack.folder(), function.jar()),
                        function.memoryMegabytes(),
                        function.timeout(),
                        function.environment());
        return new BareRead(
                LocalLambda.of(
                        List.of(definition),
                        FreshFunction.settings(stack, running.athena(), running.dynamoDb(), 1)),
                event(running));
    }

    /** Reads it, and says how long that took in the function. */
    Duration read() throws InterruptedException {
        return Duration.ofNanos(Long.parseLong(lambda.invoke(FUNCTION, event).payload()));
    }

    @Override
    public void close() {
        lambda.close();
    }

    private static String event(RunningStack stack) {
        try (StackClients clients = new StackClients(stack);
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            Map<String, AttributeValue> item =
                    dynamoDb.scan(request -> request.tableName(stack.resultsTable()))
                            .items()
                            .getFirst();
            return String.join(
                    "\n",
                    stack.resultsTable(),
                    "project",
                    Objects.requireNonNull(item.get("project")).s(),
                    "query_key",
                    Objects.requireNonNull(item.get("query_key")).s());
        }
    }
}
