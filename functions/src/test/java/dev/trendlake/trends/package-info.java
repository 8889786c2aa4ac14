@NullMarked
package dev.trendlake.trends;

import org.jspecify.annotations.NullMarked;
