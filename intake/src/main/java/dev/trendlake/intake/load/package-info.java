/** Puts events into the lake: from PostHog's batch-export files to partitions of Parquet files. */
@NullMarked
package dev.trendlake.intake.load;

import org.jspecify.annotations.NullMarked;
