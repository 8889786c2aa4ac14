package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payloads of queries, projects, users, insights and access, sent to their functions. */
@ExtendWith(WholeStackExtension.class)
final class ApiPayloadsIT {
    private static final Path FOLDER = Path.of("..", "events");

    private final WholeStack stack;

    ApiPayloadsIT(WholeStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({
        "project-get,           ProjectFunction,       200",
        "project-current,       ProjectFunction,       200",
        "environment-get,       ProjectFunction,       200",
        "project-patch,         ProjectFunction,       200",
        "project-patch-wrong,   ProjectFunction,       400",
        "project-list-bound,    ProjectFunction,       403",
        "user-me,               UserFunction,          200",
        "key-current,           UserFunction,          200",
        "query-status-unknown,  QueryStatusFunction,   404",
        "query-cancel,          QueryStatusFunction,   201",
        "insight-list,          InsightFunction,       200",
        "insight-create-wrong,  InsightFunction,       400",
        "insight-delete-hard,   FallbackFunction,      405",
        "access-get,            AccessControlFunction, 200",
        "access-put,            AccessControlFunction, 200",
        "access-put-wrong,      AccessControlFunction, 400",
        "access-resources-get,  AccessControlFunction, 200",
        "access-resources-put,  AccessControlFunction, 200",
        "access-users,          AccessControlFunction, 200",
    })
    void answersAsTheNameSays(String payload, String function, int status) throws Exception {
        JsonNode answer = answer(function, payload(payload));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    }

    @Test
    void takesAQueryFromItsStartToItsEnd() throws Exception {
        JsonNode started = answer("QueryFunction", payload("query-async"));
        JsonNode status = answer("QueryStatusFunction", payload("query-status"));
        for (int look = 0; status.path("statusCode").asInt() == 202 && look < 100; look++) {
            Thread.sleep(100);
            status = answer("QueryStatusFunction", payload("query-status"));
        }
        JsonNode deleted = answer("QueryStatusFunction", payload("query-delete"));

        assertThat(started.path("statusCode").asInt()).as(started.toString()).isEqualTo(202);
        assertThat(
                        Reply.parsed(status.path("body").asText())
                                .at("/query_status/results/results/0/data")
                                .toString())
                .isEqualTo("[613,1005,847,709]");
        assertThat(deleted.path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void keepsAnInsightAndWhoMayDoWhatWithIt() throws Exception {
        JsonNode created = answer("InsightFunction", payload("insight-create"));
        String id = Reply.parsed(created.path("body").asText()).path("id").asText();

        JsonNode shown = answer("InsightFunction", ofInsight("insight-get", id));
        JsonNode changed = answer("InsightFunction", ofInsight("insight-patch", id));
        JsonNode ruled = answer("AccessControlFunction", ofInsight("access-insight-put", id));
        JsonNode rules = answer("AccessControlFunction", ofInsight("access-insight-get", id));

        assertThat(created.path("statusCode").asInt()).as(created.toString()).isEqualTo(201);
        assertThat(Reply.parsed(shown.path("body").asText()).at("/result/0/data").toString())
                .isEqualTo("[613,1005,847,709]");
        assertThat(Reply.parsed(changed.path("body").asText()).path("favorited").asBoolean())
                .isTrue();
        assertThat(ruled.path("statusCode").asInt()).as(ruled.toString()).isEqualTo(200);
        assertThat(Reply.parsed(rules.path("body").asText()).at("/access_controls/0"))
                .isEqualTo(Reply.parsed(ruled.path("body").asText()));
    }

    // The payloads speak of the first insight of a new project.
    private static String ofInsight(String payload, String id) throws Exception {
        return payload(payload).replace("/insights/1", "/insights/" + id);
    }

    private static String payload(String name) throws Exception {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    private JsonNode answer(String function, String event) throws Exception {
        return Reply.parsed(stack.stack().invoke(function, event));
    }
}
