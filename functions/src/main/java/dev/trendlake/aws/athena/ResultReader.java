package dev.trendlake.aws.athena;

import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;

/** Reads the rows of an execution, page by page. */
final class ResultReader {
    /**
     * The most that Athena gives at once; on the first page the header counts (spec: Athena, 1).
     */
    private static final int ROWS_OF_A_PAGE = 1000;

    private final AthenaClient client;
    private final AthenaCalls calls;

    ResultReader(AthenaClient client, AthenaCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** All rows, without the header that the first page begins with. */
    List<Row> read(String executionId, Deadline deadline) throws NoAnswer {
        List<Row> rows = new ArrayList<>();
        GetQueryResultsResponse page = page(executionId, null, deadline);
        page.resultSet().rows().stream().skip(1).forEach(row -> rows.add(row(row)));
        while (page.nextToken() != null) {
            page = page(executionId, page.nextToken(), deadline);
            page.resultSet().rows().forEach(row -> rows.add(row(row)));
        }
        return rows;
    }

    private GetQueryResultsResponse page(
            String executionId, @Nullable String token, Deadline deadline) throws NoAnswer {
        return calls.send(
                limit ->
                        client.getQueryResults(request ->
                                request.queryExecutionId(executionId)
                                        .nextToken(token)
                                        .maxResults(ROWS_OF_A_PAGE)
                                        .overrideConfiguration(limit)),
                deadline);
    }

    private static Row row(software.amazon.awssdk.services.athena.model.Row row) {
        List<@Nullable String> values = new ArrayList<>();
        for (Datum datum : row.data()) {
            values.add(datum.varCharValue());
        }
        return new Row(values);
    }
}
