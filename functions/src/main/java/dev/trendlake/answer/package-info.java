/** Rows in, PostHog's answer out: series, labels, days. */
@NullMarked
package dev.trendlake.answer;

import org.jspecify.annotations.NullMarked;
