package dev.trendlake.local.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.lambda.InvokeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** {@code running.json}: how other commands find the stack that runs. */
public final class RunningFile {
    private static final Duration PROBE = Duration.ofSeconds(2);

    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * @param state the folder of a checkout's own state, {@code .trendlake}
     */
    public RunningFile(Path state) {
        this.file = state.resolve("running.json");
    }

    /** Writes the file, whole or not at all. */
    public void write(RunningStack stack) {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Path draft = Files.createTempFile(directory, "running", ".json");
            Files.write(draft, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(stack));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the file, unless another stack has written it since. */
    public void remove(RunningStack stack) {
        try {
            if (read().filter(stack::equals).isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stack that runs; empty when none does, whatever a stack that died has left behind. */
    public Optional<RunningStack> find() {
        return read().filter(RunningFile::answers);
    }

    private Optional<RunningStack> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readValue(file.toFile(), RunningStack.class));
        } catch (JacksonException e) {
            // Another version's file: no stack of ours.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(RunningStack stack) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            HttpRequest probe = HttpRequest.newBuilder(stack.lambda()).timeout(PROBE).build();
            return client.send(probe, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue(InvokeApi.ERROR_TYPE)
                    .isPresent();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
