package dev.trendlake.local.athena;

import java.util.List;
import java.util.Map;

/** A Glue table: where its files are, what they hold, and how its partitions are projected. */
public record GlueTable(
        String database,
        String name,
        String location,
        List<GlueColumn> columns,
        List<GlueColumn> partitionKeys,
        Map<String, String> parameters) {
    /** Copies the lists and the map. */
    public GlueTable {
        columns = List.copyOf(columns);
        partitionKeys = List.copyOf(partitionKeys);
        parameters = Map.copyOf(parameters);
    }
}
