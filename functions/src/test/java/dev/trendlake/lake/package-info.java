/** What is written into the lake. */
@NullMarked
package dev.trendlake.lake;

import org.jspecify.annotations.NullMarked;
