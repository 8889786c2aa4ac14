/** What importing costs, and what questions read of a lake of ten million events. */
@NullMarked
package dev.trendlake.bench.lake;

import org.jspecify.annotations.NullMarked;
