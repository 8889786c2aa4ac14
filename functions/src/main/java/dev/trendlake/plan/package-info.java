/** Turns a question into one statement over the lake. */
@NullMarked
package dev.trendlake.plan;

import org.jspecify.annotations.NullMarked;
