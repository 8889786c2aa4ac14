package dev.trendlake.local.athena;

import java.util.List;
import java.util.Map;

/**
 * A table of files, as the Glue catalog describes it.
 *
 * @param location where its files lie: {@code s3://bucket/prefix/}
 * @param columns the columns in the files
 * @param partitionKeys the columns that are in the path instead
 * @param format what its files are
 * @param parameters as in Glue and CloudFormation, for example {@code projection.enabled}
 */
public record GlueTable(
        String database,
        String name,
        String location,
        List<GlueColumn> columns,
        List<GlueColumn> partitionKeys,
        GlueFormat format,
        Map<String, String> parameters) {
    /** Copies the lists. */
    public GlueTable {
        GlueNames.check("database", database);
        GlueNames.check("table", name);
        if (!location.startsWith("s3://")) {
            throw new IllegalArgumentException("not a location in S3: " + location);
        }
        columns = List.copyOf(columns);
        partitionKeys = List.copyOf(partitionKeys);
        parameters = Map.copyOf(parameters);
    }
}
