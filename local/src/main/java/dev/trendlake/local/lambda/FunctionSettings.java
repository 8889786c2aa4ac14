package dev.trendlake.local.lambda;

import java.nio.file.Path;
import java.util.Map;

/**
 * What all functions of a stack share.
 *
 * @param java the {@code java} program to run them with
 * @param runtimeClient the folder with the jars of Lambda's runtime interface client
 * @param logs the folder that takes a log file per function
 * @param environment environment variables for all, such as the endpoints of the services
 * @param processes how many processes a function may have
 * @param plainRuntime whether to run them in our own loop in place of Lambda's client, whose native
 *     part is built for Linux alone
 */
public record FunctionSettings(
        Path java,
        Path runtimeClient,
        Path logs,
        Map<String, String> environment,
        int processes,
        boolean plainRuntime) {

    /** Copies the map and checks the number. */
    public FunctionSettings {
        environment = Map.copyOf(environment);
        if (processes < 1) {
            throw new IllegalArgumentException(processes + " processes");
        }
    }
}
