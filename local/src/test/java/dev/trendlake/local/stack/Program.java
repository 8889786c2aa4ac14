package dev.trendlake.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program of this machine, run to its end.
 *
 * @param command the program and its arguments
 * @param folder where it runs
 * @param environment variables besides those of this process
 */
record Program(List<String> command, Path folder, Map<String, String> environment) {
    private static final long MINUTES = 5;

    /**
     * What came of a run.
     *
     * @param status 0 when all went well
     * @param text standard output
     * @param errors standard error
     */
    record Outcome(int status, String text, String errors) {}

    static Program of(String... command) {
        return new Program(List.of(command), Path.of("."), Map.of());
    }

    /** Whether a program is on the PATH. */
    static boolean isThere(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }

    Outcome run() throws IOException, InterruptedException {
        return run("");
    }

    /** Runs it with a text on its standard input. */
    Outcome run(String input) throws IOException, InterruptedException {
        Path text = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process =
                    builder.redirectOutput(text.toFile()).redirectError(errors.toFile()).start();
            send(process, input);
            return new Outcome(ended(process), Files.readString(text), Files.readString(errors));
        } finally {
            Files.delete(text);
            Files.delete(errors);
        }
    }

    private static void send(Process process, String input) throws IOException {
        try (OutputStream sent = process.getOutputStream()) {
            sent.write(input.getBytes(StandardCharsets.UTF_8));
        }
    }

    private int ended(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end");
        }
        return process.exitValue();
    }
}
