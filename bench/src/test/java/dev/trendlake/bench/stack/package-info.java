@NullMarked
package dev.trendlake.bench.stack;

import org.jspecify.annotations.NullMarked;
