/**
 * What functions write into the lake, the members of static cohorts, and how they tell that it has
 * changed.
 */
@NullMarked
package dev.trendlake.lake;

import org.jspecify.annotations.NullMarked;
