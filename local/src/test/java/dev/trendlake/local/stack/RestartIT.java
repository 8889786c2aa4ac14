package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.source.EventSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack that is ended and started again on its data. */
final class RestartIT {
    private static final String QUESTION =
            """
            {"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}\
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void keepsProjectsKeysEventsAndAnswers() throws Exception {
        String lastRefresh;
        try (LocalStack stack = start();
                Client client = client(stack)) {
            new SampleProjects(stack.running()).make();
            Reply reply = client.ask(QUESTION);
            assertThat(reply.data(0)).isEqualTo("[613,1005,847,709]");
            lastRefresh = reply.lastRefresh();
        }
        try (LocalStack stack = start();
                Client client = client(stack)) {
            Reply cached = client.ask(QUESTION);
            assertThat(cached.lastRefresh()).isEqualTo(lastRefresh);
            assertThat(cached.isCached()).isTrue();

            assertThat(loadAgain(stack)).isEqualTo(new LoadReport(0, 9_999, 0));
            Reply computed = client.ask(QUESTION.replaceFirst("\\{", "{\"refresh\": true, "));
            assertThat(computed.data(0)).isEqualTo("[613,1005,847,709]");
            assertThat(stack.athena().calls().executions()).isEqualTo(1);
        }
    }

    private LocalStack start() {
        return LocalStack.start(WholeStack.options(folder));
    }

    private static Client client(LocalStack stack) {
        return new Client(stack.running().gateway(), SampleProjects.KEY);
    }

    private static LoadReport loadAgain(LocalStack stack) throws Exception {
        try (var clients = new StackClients(stack.running())) {
            return clients.loader(Clock.systemUTC())
                    .load(
                            SampleProjects.WEBLOG,
                            List.of(new EventSource("weblog", Weblog::open)),
                            BadLines.FATAL,
                            LoadListener.none());
        }
    }
}
