package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The payloads of actions and cohorts in the folder {@code events}, sent to their functions. */
@ExtendWith(WholeStackExtension.class)
final class DefinitionPayloadsIT {
    private static final Path FOLDER = Path.of("..", "events");
    private static final long BY_HAND = 4711;

    private final WholeStack stack;

    DefinitionPayloadsIT(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void keepsActions() throws Exception {
        keep(new ActionDefinition(BY_HAND, "by hand", "[{\"event\":\"sign up\"}]"));

        JsonNode created = answer("action-create.json", 201);
        JsonNode shown = answer("action-get.json", 200);
        JsonNode changed = answer("action-patch.json", 200);
        JsonNode list = answer("action-list.json", 200);
        answer("action-delete.json", 204);

        assertThat(created.path("id").asLong()).isPositive();
        assertThat(shown.path("created_by").isNull()).isTrue();
        assertThat(shown.at("/steps/0/event").asText()).isEqualTo("sign up");
        assertThat(changed.path("name").asText()).isEqualTo("by hand");
        assertThat(changed.at("/steps/0/event").asText()).isEqualTo("$pageview");
        assertThat(list.at("/results/0/name").asText()).isEqualTo("by hand");
        assertThat(list.path("results").findValuesAsText("name"))
                .contains("looked at the start page");
        assertThat(answer("action-get.json", 200).path("deleted").asBoolean()).isTrue();
        assertThat(answer("action-without-name.json", 400).path("code").asText())
                .isEqualTo("required");
    }

    @Test
    void keepsCohorts() throws Exception {
        keep(new CohortDefinition(BY_HAND, "by hand", true, "{}", "[]"));

        JsonNode created = answer("cohort-create.json", 201);
        JsonNode uploaded = answer("cohort-upload.json", 201);
        JsonNode shown = answer("cohort-get.json", 200);
        JsonNode changed = answer("cohort-patch.json", 200);
        JsonNode list = answer("cohort-list.json", 200);
        JsonNode nobody = answer("cohort-add-persons.json", 400);
        answer("cohort-remove-person.json", 404);
        answer("cohort-delete.json", 204);

        assertThat(created.path("is_static").asBoolean()).isFalse();
        assertThat(uploaded.path("count").asInt(-1)).isEqualTo(1);
        assertThat(shown.path("count").isNull()).isTrue();
        assertThat(changed.path("description").asText()).isEqualTo("They know why");
        assertThat(list.path("results").findValuesAsText("name"))
                .contains("by hand", "readers", "invited");
        assertThat(nobody.path("detail").asText()).isEqualTo("No valid users to add to cohort");
        assertThat(answer("cohort-upload-without-people.json", 400).path("attr").asText())
                .isEqualTo("csv");
    }

    private void keep(ActionDefinition action) {
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            definitions(dynamoDb).save(action);
        }
    }

    private void keep(CohortDefinition cohort) {
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            definitions(dynamoDb).save(cohort);
        }
    }

    private DynamoDbDefinitions definitions(DynamoDbClient dynamoDb) {
        return new DynamoDbDefinitions(
                dynamoDb, stack.running().projectsTable(), SampleProjects.WEBLOG);
    }

    private JsonNode answer(String payload, int status) throws Exception {
        String event = Files.readString(FOLDER.resolve(payload));
        String function = payload.startsWith("action") ? "ActionFunction" : "CohortFunction";
        JsonNode answer = Reply.parsed(stack.stack().invoke(function, event));
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        return Reply.parsed(status == 204 ? "{}" : answer.path("body").asText());
    }
}
