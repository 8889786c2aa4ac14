/** What calls functions without a request: queues and the clock. */
@NullMarked
package dev.trendlake.local.trigger;

import org.jspecify.annotations.NullMarked;
