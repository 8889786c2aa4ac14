/** Functions that are called by the clock. */
@NullMarked
package dev.trendlake.local.schedule;

import org.jspecify.annotations.NullMarked;
