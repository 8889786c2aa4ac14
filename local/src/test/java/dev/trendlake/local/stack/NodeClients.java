package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.document.ApiAnswer;
import dev.trendlake.local.document.ApiDocument;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The public clients of npm, in a folder of their own: those of {@code src/test/clients}, with the
 * versions of the lock there.
 */
final class NodeClients {
    private static final Path SOURCES = Path.of("src", "test", "clients");
    private static final Path FOLDER = Path.of("target", "clients");
    private static final Path INSTALLED = FOLDER.resolve("node_modules/.package-lock.json");
    private static final Path LOCK = Path.of("target", "clients.lock");
    private static final int OLDEST_NODE = 20;

    private NodeClients() {}

    /** Installs the clients, unless they are there; skips the test on a machine without Node. */
    static void require() throws IOException, InterruptedException {
        assumeTrue(Program.isThere("node") && Program.isThere("npm"), "Node is not on the PATH");
        String version = Program.of("node", "--version").run().text().strip();
        assumeTrue(
                Integer.parseInt(version.substring(1).split("\\.", 2)[0]) >= OLDEST_NODE,
                "the clients need Node " + OLDEST_NODE + ", here is " + version);
        Files.createDirectories(FOLDER);
        try (FileChannel lock =
                        FileChannel.open(
                                LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                // Tests run in several processes.
                FileLock _ = lock.lock()) {
            install();
        }
    }

    private static void install() throws IOException, InterruptedException {
        if (copySources() || !Files.exists(INSTALLED)) {
            Program.Outcome outcome = new Program(List.of("npm", "ci"), FOLDER, Map.of()).run();
            assertThat(outcome.status()).as(outcome.errors()).isZero();
        }
    }

    /** What a script printed, JSON. */
    static JsonNode run(String script, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Program.Outcome outcome = new Program(command, FOLDER, Map.of()).run(input);
        assertThat(outcome.status()).as(outcome.errors()).isZero();
        JsonNode printed = Reply.parsed(outcome.text());
        printed.path("exchanges").forEach(NodeClients::checkDocumented);
        return printed;
    }

    private static void checkDocumented(JsonNode exchange) {
        ApiAnswer answer =
                new ApiAnswer(
                        exchange.path("method").asText(),
                        exchange.path("target").asText(),
                        exchange.path("status").asInt(),
                        exchange.path("contentType").asText(),
                        exchange.path("body").asText());
        assertThat(ApiDocument.SERVED.violations(answer)).as(answer.body()).isEmpty();
    }

    // Whether the lock is another than that of the last time.
    private static boolean copySources() throws IOException {
        boolean changed = false;
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                changed |= copy(file) && file.endsWith("package-lock.json");
            }
        }
        return changed;
    }

    private static boolean copy(Path file) throws IOException {
        Path copy = FOLDER.resolve(file.getFileName().toString());
        if (Files.exists(copy) && Files.mismatch(file, copy) < 0) {
            return false;
        }
        Files.writeString(copy, Files.readString(file));
        return true;
    }
}
