/** Answers that are put together from pieces, beside those that are computed afresh. */
@NullMarked
package dev.trendlake.local.merge;

import org.jspecify.annotations.NullMarked;
