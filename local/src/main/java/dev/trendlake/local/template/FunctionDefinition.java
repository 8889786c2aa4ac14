package dev.trendlake.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param logicalName its name in the template
 * @param physicalName its name in Lambda
 * @param handler {@code package.Class::method}
 * @param jar the packaged code
 * @param memoryMegabytes its memory, 128 to 10,240
 * @param timeout after which an invocation is ended, up to 900 seconds
 * @param environment its own environment variables
 */
public record FunctionDefinition(
        String logicalName,
        String physicalName,
        String handler,
        Path jar,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment) {

    /** Copies the map and checks Lambda's limits. */
    public FunctionDefinition {
        environment = Map.copyOf(environment);
        if (memoryMegabytes < 128 || memoryMegabytes > 10_240) {
            throw new IllegalArgumentException("MemorySize " + memoryMegabytes);
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0
                || timeout.compareTo(Duration.ofSeconds(900)) > 0) {
            throw new IllegalArgumentException("Timeout " + timeout.toSeconds());
        }
    }
}
