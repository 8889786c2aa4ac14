package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTables;
import java.io.IOException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Keeps the project of a case, with its actions and cohorts and the tables beside its events. */
final class CaseProjects {
    private final DynamoDbClient client;
    private final String table;
    private final CaseTables tables;
    private final CaseColumns columns;

    CaseProjects(DynamoDbClient client, String table, CaseTables tables, CaseColumns columns) {
        this.client = client;
        this.table = table;
        this.tables = tables;
        this.columns = columns;
    }

    void save(long id, ConformanceCase source) throws IOException {
        DynamoDbDefinitions definitions = new DynamoDbDefinitions(client, table, id);
        source.actions().forEach(action -> definitions.save(definition(action)));
        source.cohorts().forEach(cohort -> definitions.save(definition(cohort)));
        // Last: the settings say which tables there are.
        SideTables written = tables.write(id, source);
        new DynamoDbProjects(client, table).save(project(id, source, written));
        columns.register(new DynamoDbPropertyColumns(client, table), id, source);
    }

    private static Project project(long id, ConformanceCase source, SideTables tables) {
        CaseSettings settings = source.settings();
        return new Project(
                id,
                source.id(),
                "",
                settings.zone(),
                settings.weekStart(),
                settings.testAccountFilters(),
                settings.groupTypes(),
                Project.NO_EVENT_YET,
                0,
                tables,
                source.definitions());
    }

    private static ActionDefinition definition(CaseAction action) {
        ArrayNode steps = CaseJson.MAPPER.createArrayNode().addAll(action.steps());
        return new ActionDefinition(action.id(), action.name(), steps.toString());
    }

    private static CohortDefinition definition(CaseCohort cohort) {
        return new CohortDefinition(
                cohort.id(), cohort.name(), cohort.isStatic(), cohort.filters().toString(), "[]");
    }
}
