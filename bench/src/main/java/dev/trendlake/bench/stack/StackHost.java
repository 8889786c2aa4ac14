package dev.trendlake.bench.stack;

import dev.trendlake.local.stack.LocalStack;
import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process with a stack and nothing of the benchmark, so that its memory and its start are the
 * stack's own. Ends when its standard input does.
 */
final class StackHost {
    private StackHost() {}

    /** Takes the checkout and the folder for everything that the stack keeps. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        StackOptions options =
                StackOptions.of(Path.of(arguments[0]))
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
