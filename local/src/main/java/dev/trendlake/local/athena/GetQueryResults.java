package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages of rows: at most 1,000, the header counted; every value is a text, NULL an empty structure
 * (spec: Athena, 1).
 */
final class GetQueryResults {
    private static final int MAX_ROWS = 1_000;

    private final Executions executions;

    GetQueryResults(Executions executions) {
        this.executions = executions;
    }

    ObjectNode answer(RequestBody request) throws Refusal {
        Optional<String> token = request.text("NextToken");
        int rows = request.integer("MaxResults").orElse(MAX_ROWS);
        checkMembers(token, rows);
        Execution execution = executions.required(request.required("QueryExecutionId"));
        if (rows > MAX_ROWS) {
            throw Refusal.invalidInput("MaxResults is more than maximum allowed length 1000");
        }
        QueryResult result = resultOf(execution.show());
        return page(execution.id(), result, offset(execution.id(), token), rows);
    }

    private static void checkMembers(Optional<String> token, int rows) throws Refusal {
        if (token.isPresent() && token.get().isEmpty()) {
            throw Refusal.constraint(
                    "''", "nextToken", "Member must have length greater than or equal to 1");
        }
        if (rows < 1) {
            throw Refusal.constraint(
                    "'" + rows + "'",
                    "maxResults",
                    "Member must have value greater than or equal to 1");
        }
    }

    private static QueryResult resultOf(Execution.Snapshot snapshot) throws Refusal {
        return switch (snapshot.ending().orElse(null)) {
            case null ->
                    throw Refusal.invalid(
                            "INVALID_QUERY_EXECUTION_STATE",
                            "Query has not yet finished. Current state: " + snapshot.state());
            case Ending.Succeeded(var result) -> result;
            case Ending.Failed failed ->
                    throw Refusal.invalid(
                            "INVALID_QUERY_EXECUTION_STATE",
                            "Query did not finish successfully. Final query state: FAILED");
            case Ending.Cancelled cancelled ->
                    throw Refusal.invalid("RESULT_NOT_FOUND", "Could not find results");
        };
    }

    private static int offset(String id, Optional<String> token) throws Refusal {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(token.get()), StandardCharsets.UTF_8)
                            .split(" ", 2);
            if (parts[0].equals(id)) {
                return Integer.parseInt(parts[1]);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw (Refusal) malformedToken(token.get()).initCause(e);
        }
        throw malformedToken(token.get());
    }

    private static Refusal malformedToken(String token) {
        return Refusal.invalidInput("Malformed nextPageToken " + token);
    }

    private static ObjectNode page(String id, QueryResult result, int from, int size) {
        int to = Math.min(result.rows().size(), from + size);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("UpdateCount", 0);
        ObjectNode resultSet = answer.putObject("ResultSet");
        ArrayNode rows = resultSet.putArray("Rows");
        result.rows().subList(Math.min(from, to), to).forEach(row -> addRow(rows, row));
        ArrayNode columns = resultSet.putObject("ResultSetMetadata").putArray("ColumnInfo");
        result.columns().forEach(column -> addColumn(columns, column));
        // A full page carries a token, even when nothing follows.
        if (to - from == size) {
            answer.put("NextToken", token(id, to));
        }
        return answer;
    }

    private static String token(String id, int offset) {
        byte[] bytes = (id + " " + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static void addRow(ArrayNode rows, List<@Nullable String> row) {
        ArrayNode data = rows.addObject().putArray("Data");
        for (String value : row) {
            ObjectNode datum = data.addObject();
            if (value != null) {
                datum.put("VarCharValue", value);
            }
        }
    }

    private static void addColumn(ArrayNode columns, ColumnInfo column) {
        columns.addObject()
                .put("CatalogName", "hive")
                .put("SchemaName", "")
                .put("TableName", "")
                .put("Name", column.name())
                .put("Label", column.name())
                .put("Type", column.type())
                .put("Precision", column.precision())
                .put("Scale", column.scale())
                .put("Nullable", "UNKNOWN")
                .put("CaseSensitive", column.isCaseSensitive());
    }
}
