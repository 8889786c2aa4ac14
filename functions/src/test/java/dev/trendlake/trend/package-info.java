@NullMarked
package dev.trendlake.trend;

import org.jspecify.annotations.NullMarked;
