/** Keeps the rows of a question and tells how long they stay fresh. */
@NullMarked
package dev.trendlake.cache;

import org.jspecify.annotations.NullMarked;
