/** Tests of {@code dev.trendlake.json}. */
@NullMarked
package dev.trendlake.json;

import org.jspecify.annotations.NullMarked;
