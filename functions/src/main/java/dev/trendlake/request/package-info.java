/** Reads the wire forms of a trends question into one {@link dev.trendlake.trend.TrendQuery}. */
@NullMarked
package dev.trendlake.request;

import org.jspecify.annotations.NullMarked;
