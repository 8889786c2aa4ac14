package dev.trendlake.bench.stack;

import dev.trendlake.local.stack.LocalStack;
import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process with a stack and nothing of the benchmark, so that its memory and its start are the
 * stack's own. Ends when its standard input does.
 */
final class StackHost {
    private StackHost() {}

    /**
     * Takes the checkout, the folder for everything that the stack keeps, and values for parameters
     * of the template as {@code NAME=VALUE}.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : List.of(arguments).subList(2, arguments.length)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        StackOptions options =
                StackOptions.of(Path.of(arguments[0]))
                        .withParameters(parameters)
                        .withoutRateLimits()
                        .withData(folder.resolve("data"))
                        .withLogs(folder.resolve("logs"));
        try (LocalStack stack = LocalStack.start(options)) {
            new RunningFile(folder).write(stack.running());
            System.in.readAllBytes();
        }
        // What a stack leaves behind must not keep the process.
        System.exit(0);
    }
}
