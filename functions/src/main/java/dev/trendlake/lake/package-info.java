/** What functions write into the lake: the members of static cohorts. */
@NullMarked
package dev.trendlake.lake;

import org.jspecify.annotations.NullMarked;
