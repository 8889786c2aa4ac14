/** SQS on one machine: queues in files, and the functions that read them. */
@NullMarked
package dev.trendlake.local.queue;

import org.jspecify.annotations.NullMarked;
