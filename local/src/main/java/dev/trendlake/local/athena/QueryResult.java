package dev.trendlake.local.athena;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, as texts, with their header first. */
record QueryResult(List<ColumnInfo> columns, List<List<@Nullable String>> rows) {
    QueryResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static QueryResult of(List<ColumnInfo> columns, List<List<@Nullable String>> data) {
        List<List<@Nullable String>> rows = new ArrayList<>(data.size() + 1);
        rows.add(new ArrayList<@Nullable String>(columns.stream().map(ColumnInfo::name).toList()));
        rows.addAll(data);
        return new QueryResult(columns, rows);
    }
}
