@NullMarked
package dev.trendlake.local.stack;

import org.jspecify.annotations.NullMarked;
