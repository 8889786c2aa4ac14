package dev.trendlake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What the adapter of definitions does. A subclass names the clients; every test has tables and a
 * bucket of its own.
 */
public abstract class DefinitionsContract {
    private ScratchStore store;

    /** A client of the DynamoDB that is tested against. */
    protected abstract DynamoDbClient dynamoDb();

    /** A client of the S3 that is tested against. */
    protected abstract S3Client s3();

    @BeforeEach
    void makeStore() {
        store = ScratchStore.in(dynamoDb(), s3());
    }

    ScratchStore store() {
        return store;
    }

    @Test
    void findsTheDefinitionsThatItSaved() {
        ActionDefinition action = new ActionDefinition(3, "signed up", "[{\"event\":\"e\"}]");
        CohortDefinition cohort = new CohortDefinition(3, "payers", true, "{}", "[]");

        definitions(7).save(action);
        definitions(7).save(cohort);

        assertThat(definitions(7).action(3)).contains(action);
        assertThat(definitions(7).cohort(3)).contains(cohort);
        assertThat(definitions(7).actionNamed("signed up")).contains(action);
        assertThat(definitions(7).cohortNamed("payers")).contains(cohort);
    }

    @Test
    void findsNoDefinitionsOfOtherProjectsKindsAndNames() {
        definitions(7).save(new ActionDefinition(3, "signed up", "[]"));

        assertThat(definitions(8).action(3)).isEmpty();
        assertThat(definitions(7).cohort(3)).isEmpty();
        assertThat(definitions(7).cohortNamed("signed up")).isEmpty();
        assertThat(definitions(7).actionNamed("signed")).isEmpty();
    }

    @Test
    void findsTheLowestNumberOfDefinitionsWithOneName() {
        ActionDefinition ninth = new ActionDefinition(9, "a", "[]");

        definitions(7).save(new ActionDefinition(10, "a", "[]"));
        definitions(7).save(ninth);

        assertThat(definitions(7).actionNamed("a")).contains(ninth);
    }

    @Test
    void findsADefinitionBeyondTheFirstPage() {
        // A page holds 1 MB.
        String steps = "[%s]".formatted(" ".repeat(300_000));
        for (long id = 1; id <= 5; id++) {
            definitions(7).save(new ActionDefinition(id, "action " + id, steps));
        }

        assertThat(definitions(7).actionNamed("action 5"))
                .contains(new ActionDefinition(5, "action 5", steps));
    }

    @Test
    void findsNoDefinitionThatWasDeleted() {
        storeDefinition("action#3", Map.of("deleted", AttributeValue.fromBool(true)));
        storeDefinition("cohort#3", Map.of("deleted", AttributeValue.fromBool(true)));

        assertThat(definitions(7).action(3)).isEmpty();
        assertThat(definitions(7).actionNamed("by hand")).isEmpty();
        assertThat(definitions(7).cohort(3)).isEmpty();
        assertThat(definitions(7).cohortNamed("by hand")).isEmpty();
    }

    @Test
    void readsDefinitionsThatNameNoCriteria() {
        storeDefinition("action#3", Map.of());
        storeDefinition("cohort#3", Map.of());

        assertThat(definitions(7).action(3)).contains(new ActionDefinition(3, "by hand", "[]"));
        assertThat(definitions(7).cohort(3))
                .contains(new CohortDefinition(3, "by hand", false, "{}", "[]"));
    }

    @Test
    void remembersADefinitionForTheLifeOfARequest() {
        Definitions definitions = definitions(7);
        definitions.action(3);

        definitions(7).save(new ActionDefinition(3, "late", "[]"));

        assertThat(definitions.action(3)).isEmpty();
        assertThat(definitions(7).action(3)).isPresent();
    }

    @Test
    void tellsThatDefinitionsCannotBeRead() {
        Definitions nowhere = new DynamoDbDefinitions(dynamoDb(), "no-such-table", 7);

        assertThatThrownBy(() -> nowhere.action(3)).isInstanceOf(QueryFailed.class);
        assertThatThrownBy(() -> nowhere.cohortNamed("a")).isInstanceOf(QueryFailed.class);
    }

    private DynamoDbDefinitions definitions(long project) {
        return new DynamoDbDefinitions(dynamoDb(), store.projectsTable(), project);
    }

    private void storeDefinition(String name, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("project", AttributeValue.fromS("7"));
        item.put("item", AttributeValue.fromS(name));
        item.put("name", AttributeValue.fromS("by hand"));
        dynamoDb().putItem(request -> request.tableName(store.projectsTable()).item(item));
    }
}
