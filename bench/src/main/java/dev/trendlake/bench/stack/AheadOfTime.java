package dev.trendlake.bench.stack;

import dev.trendlake.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Functions whose classes are loaded and linked ahead of time (JEP 483, JEP 515): the nearest thing
 * to a snapshot that one machine has.
 */
final class AheadOfTime {
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private AheadOfTime() {}

    /** A run that shows what a function needs; it ends the function's process in order. */
    @FunctionalInterface
    interface Training {
        /** Runs a function. */
        void run(FunctionDefinition function) throws IOException, InterruptedException;
    }

    /**
     * The same function with a cache of what a run of it needed.
     *
     * @param folder takes the cache
     */
    static FunctionDefinition trained(FunctionDefinition function, Path folder, Training training)
            throws IOException, InterruptedException {
        Path cache = folder.resolve(function.logicalName() + ".aot");
        training.run(with(function, "-XX:AOTCacheOutput=" + cache));
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(cache)) {
            if (System.nanoTime() > until) {
                throw new IOException("no cache of %s was made".formatted(function.logicalName()));
            }
            Thread.sleep(50);
        }
        return with(function, "-XX:AOTCache=%s -XX:AOTMode=on".formatted(cache));
    }

    private static FunctionDefinition with(FunctionDefinition function, String options) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.merge(OPTIONS, options, (before, more) -> before + " " + more);
        return new FunctionDefinition(
                function.logicalName(),
                function.physicalName(),
                function.handler(),
                function.jar(),
                function.memoryMegabytes(),
                function.timeout(),
                environment);
    }
}
