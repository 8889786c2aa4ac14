package dev.trendlake.bench.stack;

import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A fresh stack in a process of its own, on a temporary folder that is gone afterwards. */
public final class HostedStack implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final StackOptions options;
    private final Path folder;
    private final Process process;
    private final RunningStack running;
    private final Duration start;

    private HostedStack(
            StackOptions options,
            Path folder,
            Process process,
            RunningStack running,
            Duration start) {
        this.options = options;
        this.folder = folder;
        this.process = process;
        this.running = running;
        this.start = start;
    }

    /** Starts one and waits until its gateway answers a request. */
    public static HostedStack start(Path checkout) throws IOException, InterruptedException {
        return start(checkout, Map.of());
    }

    /** Starts one whose template has values for parameters, as {@link #start(Path)} does. */
    public static HostedStack start(Path checkout, Map<String, String> parameters)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("trendlake-bench");
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command(checkout, folder, parameters))
                        .redirectOutput(folder.resolve("host.log").toFile())
                        .redirectErrorStream(true)
                        .start();
        RunningStack running = await(process, new RunningFile(folder), folder);
        firstAnswer(running.gateway());
        Duration start = Duration.ofNanos(System.nanoTime() - begin);
        return new HostedStack(StackOptions.of(checkout), folder, process, running, start);
    }

    /** Where the checkout has what the stack is made of; its data and logs are elsewhere. */
    StackOptions options() {
        return options;
    }

    public RunningStack running() {
        return running;
    }

    /** From the start of the process to the gateway's first answer. */
    Duration startUp() {
        return start;
    }

    /** The process of engine, gateway and S3. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** A folder for what a benchmark writes. */
    public Path folder() {
        return folder;
    }

    /** The folder that stands for the lake's bucket. */
    public Path lake() {
        return buckets().resolve(running.dataBucket());
    }

    /** The folder of all buckets. */
    public Path buckets() {
        return folder.resolve("data/buckets");
    }

    /** What is known of the tables. */
    public Path metastore() {
        return folder.resolve("data/metastore");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    // As the trendlake script starts it.
    private static List<String> command(
            Path checkout, Path folder, Map<String, String> parameters) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--add-modules=jdk.incubator.vector",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx3g",
                                "-Dsun.net.httpserver.nodelay=true",
                                "-classpath",
                                System.getProperty("java.class.path", ""),
                                StackHost.class.getName(),
                                checkout.toString(),
                                folder.toString()));
        parameters.forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    private static RunningStack await(Process process, RunningFile file, Path folder)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        Optional<RunningStack> running = file.find();
        while (running.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IOException(
                        "the stack did not start:\n"
                                + Files.readString(folder.resolve("host.log")));
            }
            Thread.sleep(10);
            running = file.find();
        }
        return running.get();
    }

    // Any answer will do; this one leaves the function of trends as cold as it is.
    private static void firstAnswer(URI gateway) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/nowhere")).build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }
}
