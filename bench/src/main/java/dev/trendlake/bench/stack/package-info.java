/** What requests take from end to end, on a local stack of their own. */
@NullMarked
package dev.trendlake.bench.stack;

import org.jspecify.annotations.NullMarked;
