/** Tests of the expressions of schedules. */
@NullMarked
package dev.trendlake.local.schedule;

import org.jspecify.annotations.NullMarked;
