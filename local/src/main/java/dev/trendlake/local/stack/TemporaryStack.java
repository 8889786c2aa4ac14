package dev.trendlake.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A stack on data of its own, which are gone when it is closed. */
public final class TemporaryStack implements Stack {
    private final Stack stack;
    private final Path folder;

    private TemporaryStack(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /**
     * Starts one.
     *
     * @param options say everything but where data and logs are
     */
    public static TemporaryStack start(StackOptions options) throws IOException {
        Path folder = Files.createTempDirectory("trendlake");
        Stack stack =
                LocalStack.start(
                        options.withData(folder.resolve("data")).withLogs(folder.resolve("logs")));
        return new TemporaryStack(stack, folder);
    }

    @Override
    public RunningStack running() {
        return stack.running();
    }

    @Override
    public String invoke(String function, String event)
            throws FunctionFailed, InterruptedException {
        return stack.invoke(function, event);
    }

    @Override
    public String functionOf(String method, String path) {
        return stack.functionOf(method, path);
    }

    @Override
    public void close() {
        stack.close();
        try {
            for (Path path : everything()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
