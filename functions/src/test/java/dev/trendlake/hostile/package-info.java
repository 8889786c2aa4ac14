@NullMarked
package dev.trendlake.hostile;

import org.jspecify.annotations.NullMarked;
