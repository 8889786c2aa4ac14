package dev.trendlake.local.athena;

/**
 * What the files of a table are, by the names of Hive's classes, as Glue and CloudFormation have
 * them.
 */
public record GlueFormat(String serializationLibrary, String inputFormat, String outputFormat) {
    /** Parquet. */
    public static GlueFormat parquet() {
        return new GlueFormat(
                "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat");
    }

    /** Text with a JSON object in each line. */
    public static GlueFormat jsonLines() {
        return new GlueFormat(
                "org.openx.data.jsonserde.JsonSerDe",
                "org.apache.hadoop.mapred.TextInputFormat",
                "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
    }
}
