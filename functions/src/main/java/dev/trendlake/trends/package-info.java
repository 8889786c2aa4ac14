/** The path of a trends question: find in cache, plan, run, answer, keep. */
@NullMarked
package dev.trendlake.trends;

import org.jspecify.annotations.NullMarked;
