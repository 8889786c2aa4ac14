/** The whole of Trendlake on one machine, put together from {@code template.yaml}. */
@NullMarked
package dev.trendlake.local.stack;

import org.jspecify.annotations.NullMarked;
