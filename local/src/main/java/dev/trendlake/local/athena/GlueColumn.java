package dev.trendlake.local.athena;

/** A column of a Glue table: its name and its Hive type. */
public record GlueColumn(String name, String type) {}
