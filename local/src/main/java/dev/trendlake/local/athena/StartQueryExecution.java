package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts a query; the order of its checks is that of the service (spec: Athena, 1). */
final class StartQueryExecution {
    private static final int MAX_BYTES = 262_144;

    private final Executions executions;
    private final WorkGroups workGroups;
    private final Faults faults;
    private final Path buckets;

    StartQueryExecution(Executions executions, WorkGroups workGroups, Faults faults, Path buckets) {
        this.executions = executions;
        this.workGroups = workGroups;
        this.faults = faults;
        this.buckets = buckets;
    }

    ObjectNode answer(RequestBody request) throws Refusal {
        if (faults.takeRefusedStart()) {
            throw Refusal.tooManyQueries();
        }
        String sql = statement(request);
        String token = token(request);
        String id = executions.start(token, submission(request, sql));
        return JsonNodeFactory.instance.objectNode().put("QueryExecutionId", id);
    }

    private Submission submission(RequestBody request, String sql) throws Refusal {
        RequestBody context = request.structure("QueryExecutionContext");
        WorkGroup workGroup =
                workGroups.required(request.text("WorkGroup").orElse(WorkGroups.PRIMARY));
        OutputFolder output = output(request, workGroup);
        if (request.texts("ExecutionParameters").isPresent()) {
            throw Refusal.invalidInput(
                    "The local Athena takes no ExecutionParameters; write literals");
        }
        return new Submission(
                sql,
                CheckedStatement.of(sql),
                context.text("Database").orElse("default"),
                catalog(context),
                workGroup,
                output);
    }

    private static String statement(RequestBody request) throws Refusal {
        String sql = request.required("QueryString");
        if (sql.isEmpty()) {
            throw Refusal.constraint(
                    "''", "queryString", "Member must have length greater than or equal to 1");
        }
        if (sql.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Refusal.constraint(
                    "'" + sql.substring(0, 20) + "...'",
                    "queryString",
                    "Member must have length less than or equal to " + MAX_BYTES);
        }
        return sql;
    }

    private static String token(RequestBody request) throws Refusal {
        String token = request.text("ClientRequestToken").orElse("");
        if (token.isEmpty()) {
            throw Refusal.invalidInput("clientRequestToken is null or empty");
        }
        if (token.length() < 32 || token.length() > 128) {
            throw Refusal.constraint(
                    "'" + token + "'",
                    "clientRequestToken",
                    token.length() < 32
                            ? "Member must have length greater than or equal to 32"
                            : "Member must have length less than or equal to 128");
        }
        return token;
    }

    private static String catalog(RequestBody context) throws Refusal {
        String catalog = context.text("Catalog").orElse("AwsDataCatalog");
        if (!catalog.equalsIgnoreCase("AwsDataCatalog")) {
            throw Refusal.invalidInput("Catalog " + catalog + " is not found.");
        }
        return catalog;
    }

    private OutputFolder output(RequestBody request, WorkGroup workGroup) throws Refusal {
        String asked = request.structure("ResultConfiguration").text("OutputLocation").orElse("");
        String location =
                workGroup.enforced() || asked.isEmpty() ? workGroup.outputLocation() : asked;
        if (location.isEmpty()) {
            throw Refusal.invalidInput(
                    "No output location provided. An output location is required either through"
                            + " the Workgroup result configuration setting or as an API input.");
        }
        return new OutputFolder(buckets, location).checked();
    }
}
