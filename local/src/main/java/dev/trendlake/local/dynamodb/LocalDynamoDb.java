package dev.trendlake.local.dynamodb;

import dev.trendlake.local.net.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Amazon's DynamoDB Local in a process of its own, which ends with ours.
 *
 * <p>Its licence is not open source and asks for an AWS account; see {@link DynamoDbLocalDownload}.
 * Who can't accept it gives {@link DynamoDbEndpoint#existing} another endpoint.
 */
public final class LocalDynamoDb implements DynamoDbEndpoint {
    private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
    private static final long START_SECONDS = 60;

    // Ends the server when our end of its standard input closes, however our process ends.
    private static final String GUARDED =
            "exec 3<&0; (cat <&3 >/dev/null; kill $$ 2>/dev/null) & exec \"$@\" </dev/null 3<&-";

    private final Process process;
    private final URI endpoint;
    private final Thread hook;

    private LocalDynamoDb(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.hook = new Thread(process::destroy, "end-dynamodb-local");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts it with its tables in a folder: they outlive a restart. Fetches it before, when it was
     * never used here: that takes Maven and the network.
     *
     * @param directory keeps {@code data} and {@code dynamodb.log}
     * @param downloads keeps the jars
     * @param port 0 for any free one
     * @throws UncheckedIOException when it can't be fetched or does not start
     */
    public static LocalDynamoDb start(Path directory, Path downloads, int port) {
        Path data = directory.resolve("data").toAbsolutePath();
        return start(directory, downloads, port, List.of("-dbPath", data.toString()));
    }

    /**
     * Starts it with its tables in memory.
     *
     * @param directory keeps {@code dynamodb.log}
     * @param downloads keeps the jars
     */
    public static LocalDynamoDb startInMemory(Path directory, Path downloads, int port) {
        return start(directory, downloads, port, List.of("-inMemory"));
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook does the same.
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static LocalDynamoDb start(
            Path directory, Path downloads, int port, List<String> storage) {
        try {
            Files.createDirectories(directory.resolve("data"));
            Path jars = new DynamoDbLocalDownload(downloads).jars();
            int free = FreePort.orAny(port);
            Path log = directory.resolve("dynamodb.log");
            Process process =
                    new ProcessBuilder(command(jars, free, storage))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return ready(new LocalDynamoDb(process, URI.create("http://127.0.0.1:" + free)), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before DynamoDB Local was up", e);
        }
    }

    private static LocalDynamoDb ready(LocalDynamoDb started, Path log)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!started.answers()) {
            if (!started.process.isAlive() || System.nanoTime() > until) {
                started.close();
                throw new IOException("DynamoDB Local did not start:\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            // Not yet.
            return false;
        }
    }

    private static List<String> command(Path jars, int port, List<String> storage) {
        List<String> command = new ArrayList<>();
        if (!System.getProperty("os.name").startsWith("Windows")) {
            command.addAll(List.of("/bin/sh", "-c", GUARDED, "dynamodb-local"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        jars.toAbsolutePath() + File.separator + "*",
                        MAIN,
                        "-port",
                        Integer.toString(port),
                        "-sharedDb",
                        "-disableTelemetry"));
        command.addAll(storage);
        return command;
    }
}
