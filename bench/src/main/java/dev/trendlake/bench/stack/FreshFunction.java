package dev.trendlake.bench.stack;

import dev.trendlake.local.gateway.Gateway;
import dev.trendlake.local.lambda.FunctionSettings;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.template.CorsSettings;
import dev.trendlake.local.template.FunctionDefinition;
import dev.trendlake.local.template.Route;
import dev.trendlake.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A function behind a gateway of its own; its process starts with the first request and runs
 * Lambda's runtime client.
 */
final class FreshFunction implements AutoCloseable {
    private final FunctionDefinition definition;
    private final LocalLambda lambda;
    private final Gateway gateway;

    private FreshFunction(FunctionDefinition definition, FunctionSettings settings) {
        this.definition = definition;
        this.lambda = LocalLambda.of(List.of(definition), settings);
        Route everything = new Route("ANY", Route.DEFAULT, definition.logicalName());
        this.gateway =
                Gateway.start(
                        List.of(everything),
                        CorsSettings.off(),
                        lambda,
                        InstantSource.system(),
                        Gateway.TIMEOUT,
                        0);
    }

    /**
     * Makes one ready.
     *
     * @param stack what it works on
     * @param athena where it finds Athena
     * @param dynamoDb where it finds DynamoDB
     */
    static FreshFunction of(
            FunctionDefinition definition, HostedStack stack, URI athena, URI dynamoDb) {
        return of(definition, stack, athena, dynamoDb, 1);
    }

    /** Makes one ready that may have so many processes. */
    static FreshFunction of(
            FunctionDefinition definition,
            HostedStack stack,
            URI athena,
            URI dynamoDb,
            int processes) {
        return new FreshFunction(definition, settings(stack, athena, dynamoDb, processes));
    }

    /** What a function on a stack is run with. */
    static FunctionSettings settings(HostedStack stack, URI athena, URI dynamoDb, int processes) {
        Map<String, String> environment =
                Map.of(
                        "AWS_ENDPOINT_URL_ATHENA", athena.toString(),
                        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
                        "AWS_ENDPOINT_URL_S3", stack.running().s3().toString(),
                        "AWS_ACCESS_KEY_ID", LocalS3.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY", LocalS3.SECRET_KEY);
        return new FunctionSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                stack.options().runtimeClient(),
                stack.folder().resolve("logs"),
                environment,
                processes,
                false);
    }

    /** The function of trends, as the template has it. */
    static FunctionDefinition trends(Path checkout) {
        Template template = Template.read(checkout.resolve("template.yaml"));
        return Objects.requireNonNull(template.functions().get("TrendFunction"));
    }

    /** Where it answers, whatever the path. */
    URI endpoint() {
        return gateway.endpoint();
    }

    /** Ends its processes as a machine that shuts down does, and waits until they are gone. */
    void endInOrder() {
        ProcessHandle.current()
                .children()
                .filter(this::isOurs)
                .forEach(process -> {
                    process.destroy();
                    process.onExit().join();
                });
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(definition.handler());
    }

    @Override
    public void close() {
        gateway.close();
        lambda.close();
    }
}
