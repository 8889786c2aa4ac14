package dev.trendlake.bench.lake;

import dev.trendlake.bench.stack.HostedStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What an import of a folder of files took.
 *
 * @param taken events that are in the lake now and weren't before
 * @param repeated events that were there already
 * @param milliseconds from the first byte read to the last one written
 * @param kilobytes the most memory that its process had
 * @param cpuMilliseconds the time that processors were at work on it, its start included
 */
record Imported(
        long taken, long repeated, long milliseconds, long kilobytes, long cpuMilliseconds) {
    /** Imports in a process that may have 512 MB, as a function would. */
    static Imported from(Path files, HostedStack stack) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--add-modules=jdk.incubator.vector",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-Xmx300m",
                                "-classpath",
                                System.getProperty("java.class.path", ""),
                                ImportHost.class.getName(),
                                stack.folder().toString(),
                                files.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the import ended with " + process.exitValue());
        }
        String last = printed.lines().reduce("", (_, line) -> line);
        List<Long> numbers = List.of(last.split(" ")).stream().map(Long::parseLong).toList();
        return new Imported(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
    }

    String rate() {
        return String.format(
                Locale.ROOT,
                "%,d events in %.1f s: %,d a second; %.1f µs of processors each; %d MB of memory",
                taken + repeated,
                milliseconds / 1_000.0,
                (taken + repeated) * 1_000 / milliseconds,
                cpuMilliseconds * 1_000.0 / (taken + repeated),
                kilobytes / 1_024);
    }
}
