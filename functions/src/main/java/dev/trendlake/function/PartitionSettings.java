package dev.trendlake.function;

import java.util.Map;

/**
 * What the template tells the function of changed partitions through its environment.
 *
 * @param partitionsTable {@code PARTITIONS_TABLE}: the DynamoDB table of partitions
 * @param dataBucket {@code DATA_BUCKET}: the bucket of the lake
 */
record PartitionSettings(String partitionsTable, String dataBucket) {
    static PartitionSettings of(Map<String, String> environment) {
        return new PartitionSettings(
                value(environment, "PARTITIONS_TABLE"), value(environment, "DATA_BUCKET"));
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
