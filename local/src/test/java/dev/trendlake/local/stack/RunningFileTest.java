package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import dev.trendlake.local.lambda.InvokeApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningFileTest {
    @TempDir private Path state = Path.of("");

    @Test
    void findsAStackThatAnswers() {
        RunningFile file = new RunningFile(state);
        assertThat(file.find()).isEmpty();
        try (LoopbackServer server = LoopbackServer.start(0, RunningFileTest::answer)) {
            RunningStack stack = running(server.endpoint());
            file.write(stack);

            assertThat(file.find()).contains(stack);
            file.remove(stack);
            assertThat(file.find()).isEmpty();
        }
    }

    @Test
    void overlooksAStackThatIsGoneAndAnotherProgramOnItsPort() {
        RunningFile file = new RunningFile(state);
        file.write(running(URI.create("http://127.0.0.1:1")));
        assertThat(file.find()).isEmpty();
        try (LoopbackServer other = LoopbackServer.start(0, RunningFileTest::refuse)) {
            file.write(running(other.endpoint()));
            assertThat(file.find()).isEmpty();
        }
    }

    @Test
    void leavesTheFileOfALaterStackAlone() {
        RunningFile file = new RunningFile(state);
        RunningStack later = running(URI.create("http://127.0.0.1:2"));
        file.write(later);

        file.remove(running(URI.create("http://127.0.0.1:1")));

        assertThat(state.resolve("running.json")).exists();
    }

    @Test
    void overlooksAFileThatItCanNotRead() throws IOException {
        Files.writeString(state.resolve("running.json"), "{\"colour\": 1}");

        assertThat(new RunningFile(state).find()).isEmpty();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set(InvokeApi.ERROR_TYPE, "UnknownOperationException");
        exchange.sendResponseHeaders(404, -1);
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(404, -1);
    }

    private static RunningStack running(URI lambda) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new RunningStack(
                nowhere,
                nowhere,
                nowhere,
                nowhere,
                lambda,
                nowhere,
                nowhere,
                "us-east-1",
                "bucket",
                "database",
                "events",
                "workgroup",
                "keys",
                "projects",
                "results",
                "partitions",
                "");
    }
}
