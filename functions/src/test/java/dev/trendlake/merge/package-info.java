@NullMarked
package dev.trendlake.merge;

import org.jspecify.annotations.NullMarked;
