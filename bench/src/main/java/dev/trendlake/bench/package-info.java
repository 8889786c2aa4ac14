/** The benchmarks' command line. */
@NullMarked
package dev.trendlake.bench;

import org.jspecify.annotations.NullMarked;
