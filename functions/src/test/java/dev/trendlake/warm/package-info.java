@NullMarked
package dev.trendlake.warm;

import org.jspecify.annotations.NullMarked;
