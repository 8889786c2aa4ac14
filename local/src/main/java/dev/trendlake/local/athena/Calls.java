package dev.trendlake.local.athena;

import java.util.EnumMap;
import java.util.Map;

/** How often each operation was asked for, answered or not. Safe for use by several threads. */
public final class Calls {
    private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
    private int executions;

    Calls() {}

    /** How often an operation was asked for since the start. */
    public synchronized int of(Operation operation) {
        return counts.getOrDefault(operation, 0);
    }

    /** How many queries were really started: repeated starts with the same token count once. */
    public synchronized int executions() {
        return executions;
    }

    synchronized void count(Operation operation) {
        counts.merge(operation, 1, Integer::sum);
    }

    synchronized void countExecution() {
        executions++;
    }
}
