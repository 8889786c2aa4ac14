package dev.trendlake.local.athena;

/**
 * A column of a Glue table.
 *
 * @param name as Glue keeps it: lower case
 * @param type Hive's name of the type, for example {@code string} or {@code bigint}
 */
public record GlueColumn(String name, String type) {
    /** Refuses names that Glue would change. */
    public GlueColumn {
        GlueNames.check("column", name);
    }
}
