package dev.trendlake.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a local stack is to be.
 *
 * @param template the template that says what there is
 * @param data the folder that keeps events, tables and keys from one start to the next
 * @param logs the folder for the functions' logs
 * @param downloads the folder for what is fetched once: DynamoDB Local
 * @param runtimeClient the folder with Lambda's runtime client
 * @param port the gateway's port, 0 for any free one
 * @param dynamoDb a DynamoDB to use in place of one of its own; null for its own
 * @param schedules whether the clock calls functions; otherwise only somebody who asks
 * @param parameters the values of those of the template's parameters that don't have their defaults
 */
public record StackOptions(
        Path template,
        Path data,
        Path logs,
        Path downloads,
        Path runtimeClient,
        int port,
        @Nullable URI dynamoDb,
        boolean schedules,
        Map<String, String> parameters) {
    /** Copies the map. */
    public StackOptions {
        parameters = Map.copyOf(parameters);
    }

    /** The stack of a checkout: everything in its places, and any free port. */
    public static StackOptions of(Path folder) {
        // Functions run in processes elsewhere: a relative path would mean another place there.
        Path checkout = folder.toAbsolutePath().normalize();
        return new StackOptions(
                checkout.resolve("template.yaml"),
                checkout.resolve(".trendlake/data"),
                checkout.resolve(".trendlake/logs"),
                checkout.resolve(".trendlake/downloads"),
                checkout.resolve("local/target/runtime-client"),
                0,
                null,
                false,
                Map.of());
    }

    /** The same with another folder of data. */
    public StackOptions withData(Path folder) {
        return new StackOptions(
                template,
                folder,
                logs,
                downloads,
                runtimeClient,
                port,
                dynamoDb,
                schedules,
                parameters);
    }

    /** The same with another folder of logs. */
    public StackOptions withLogs(Path folder) {
        return new StackOptions(
                template,
                data,
                folder,
                downloads,
                runtimeClient,
                port,
                dynamoDb,
                schedules,
                parameters);
    }

    /** The same on another port. */
    public StackOptions withPort(int number) {
        return new StackOptions(
                template,
                data,
                logs,
                downloads,
                runtimeClient,
                number,
                dynamoDb,
                schedules,
                parameters);
    }

    /** The same with another DynamoDB. */
    public StackOptions withDynamoDb(@Nullable URI endpoint) {
        return new StackOptions(
                template,
                data,
                logs,
                downloads,
                runtimeClient,
                port,
                endpoint,
                schedules,
                parameters);
    }

    /** The same with the clock calling functions, or not. */
    public StackOptions withSchedules(boolean areOn) {
        return new StackOptions(
                template, data, logs, downloads, runtimeClient, port, dynamoDb, areOn, parameters);
    }

    /** The same with values for parameters of the template. */
    public StackOptions withParameters(Map<String, String> values) {
        return new StackOptions(
                template, data, logs, downloads, runtimeClient, port, dynamoDb, schedules, values);
    }

    /** The same for a run that asks more of one key than a user may. */
    public StackOptions withoutRateLimits() {
        Map<String, String> values = new HashMap<>(parameters);
        values.put("RequestsPerMinute", "0");
        values.put("RequestsPerHour", "0");
        return withParameters(values);
    }
}
