package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of PostHog's documentation, with another host, project and key. */
@ExtendWith(WholeStackExtension.class)
final class CurlIT {
    private final RunningStack stack;

    CurlIT(WholeStack stack) {
        this.stack = stack.running();
    }

    @BeforeAll
    static void onlyWhereItIsInstalled() {
        assumeTrue(Program.isThere("curl"), "curl is not on the PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"environments", "projects"})
    void answersTheDocumentedCommand(String kind) throws Exception {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        JsonNode answer = Reply.parsed(shell(kind, "'events=[{\"id\":\"$pageview\"}]'"));
        LocalDate after = LocalDate.now(ZoneOffset.UTC);

        // The last seven days and today, in which nothing happened: the web log is of 2015.
        JsonNode entry = answer.path("result").path(0);
        assertThat(entry.path("label").asText()).as(answer.toString()).isEqualTo("$pageview");
        assertThat(entry.path("data").toString()).isEqualTo("[0,0,0,0,0,0,0,0]");
        assertThat(entry.path("days").path(0).asText())
                .isIn(before.minusDays(7).toString(), after.minusDays(7).toString());
        assertThat(answer.path("timezone").asText()).isEqualTo("UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"environments", "projects"})
    void countsWithTheDocumentedCommandAndDates(String kind) throws Exception {
        JsonNode answer =
                Reply.parsed(
                        shell(
                                kind,
                                "'events=[{\"id\":\"$pageview\"}]&date_from=2015-05-17&date_to=2015-05-20'"));

        assertThat(answer.at("/result/0/data").toString())
                .as(answer.toString())
                .isEqualTo("[613,1005,847,709]");
    }

    // Without quotes, as the page prints it, the shell takes quotes and variable out of the list.
    @ParameterizedTest
    @ValueSource(strings = {"environments", "projects"})
    void namesTheFieldThatTheShellHasSpoilt(String kind) throws Exception {
        JsonNode answer = Reply.parsed(shell(kind, "events=[{\"id\":\"$pageview\"}]"));

        assertThat(answer.path("attr").asText()).as(answer.toString()).isEqualTo("events");
        assertThat(answer.path("type").asText()).isEqualTo("validation_error");
    }

    private String shell(String kind, String data) throws IOException, InterruptedException {
        String command =
                """
                curl --silent \\
                  -H 'Content-Type: application/json' \\
                  -H "Authorization: Bearer $POSTHOG_PERSONAL_API_KEY" \\
                  %s/api/%s/1/insights/trend/ \\
                  -d %s
                """
                        .formatted(stack.gateway(), kind, data);
        Program.Outcome outcome =
                new Program(
                                List.of("sh", "-c", command),
                                Path.of("."),
                                Map.of("POSTHOG_PERSONAL_API_KEY", SampleProjects.KEY))
                        .run();
        assertThat(outcome.status()).as(outcome.errors()).isZero();
        return outcome.text();
    }
}
