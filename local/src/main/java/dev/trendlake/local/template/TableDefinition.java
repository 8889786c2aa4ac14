package dev.trendlake.local.template;

import java.util.List;

/**
 * A DynamoDB table.
 *
 * @param name its physical name
 * @param keys the partition key and, where there is one, the sort key
 * @param timeToLive the attribute that holds when an item expires; empty without one
 */
public record TableDefinition(String name, List<Key> keys, String timeToLive) {
    /**
     * A key attribute.
     *
     * @param name the attribute
     * @param type {@code S}, {@code N} or {@code B}
     */
    public record Key(String name, String type) {}

    /** Copies the list. */
    public TableDefinition {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > 2) {
            throw new IllegalArgumentException("table " + name + " with " + keys.size() + " keys");
        }
    }
}
