package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a key may ask for, on a stack with small limits (spec: HTTP, 4). */
final class RateLimitsIT {
    private static final String QUESTION =
            """
            {"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}\
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void holdsForAllFunctionsTogether() throws Exception {
        StackOptions options =
                WholeStack.options(folder)
                        .withParameters(Map.of("RequestsPerMinute", "0", "RequestsPerHour", "4"));
        try (LocalStack stack = LocalStack.start(options);
                Client client = new Client(stack.running().gateway(), SampleProjects.KEY);
                Client other = new Client(stack.running().gateway(), SampleProjects.UNBOUND_KEY)) {
            new SampleProjects(stack.running()).make();
            leaveTheEndOfAnHour();
            List<Integer> statuses = new ArrayList<>();
            Reply last = client.ask(QUESTION);
            statuses.add(last.status());
            // With a slash at its end, the same question is another function's.
            for (int i = 0; i < 4; i++) {
                last = client.send(client.json(Client.TREND + "/", QUESTION));
                statuses.add(last.status());
            }

            assertThat(statuses).containsExactly(200, 200, 200, 200, 429);
            assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 3600);
            assertThat(last.json().path("type").asText()).isEqualTo("throttled_error");
            assertThat(last.json().path("code").asText()).isEqualTo("throttled");
            assertThat(last.json().path("detail").asText())
                    .matches("Request was throttled\\. Expected available in [0-9]+ seconds?\\.");
            assertThat(other.ask(QUESTION).status()).isEqualTo(200);
            assertThat(client.send(client.authorized("/api/projects/1/")).status()).isEqualTo(200);
        }
    }

    // Requests are counted by hours of the clock.
    private static void leaveTheEndOfAnHour() throws InterruptedException {
        Instant now = Instant.now();
        Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Duration left = Duration.between(now, next);
        if (left.compareTo(Duration.ofSeconds(40)) < 0) {
            Thread.sleep(left);
        }
    }
}
