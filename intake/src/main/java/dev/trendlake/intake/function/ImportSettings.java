package dev.trendlake.intake.function;

import dev.trendlake.intake.imports.DeclaredColumns;
import dev.trendlake.project.ColumnProperty;
import java.util.List;
import java.util.Map;

/**
 * What the template tells the function through its environment.
 *
 * @param projectsTable {@code PROJECTS_TABLE}: the DynamoDB table of projects
 * @param partitionsTable {@code PARTITIONS_TABLE}: the DynamoDB table of partitions
 * @param dataBucket {@code DATA_BUCKET}: the bucket of the lake
 * @param columns {@code PROPERTY_COLUMNS}: the properties that get columns of their own in every
 *     project, as {@code event:$browser,person:plan}; may be empty
 */
record ImportSettings(
        String projectsTable,
        String partitionsTable,
        String dataBucket,
        List<ColumnProperty> columns) {
    ImportSettings {
        columns = List.copyOf(columns);
    }

    static ImportSettings of(Map<String, String> environment) {
        return new ImportSettings(
                value(environment, "PROJECTS_TABLE"),
                value(environment, "PARTITIONS_TABLE"),
                value(environment, "DATA_BUCKET"),
                columns(environment.getOrDefault("PROPERTY_COLUMNS", "")));
    }

    private static List<ColumnProperty> columns(String list) {
        try {
            return DeclaredColumns.parse(list);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable PROPERTY_COLUMNS is '%s': %s"
                            .formatted(list, e.getMessage()),
                    e);
        }
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
