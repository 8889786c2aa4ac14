package dev.trendlake.intake.compact;

import java.time.Instant;

/**
 * A file of events of one day.
 *
 * @param name the last part of its key
 * @param bytes its size
 * @param changedAt when it was written
 */
record EventFile(String name, long bytes, Instant changedAt) {}
