@NullMarked
package dev.trendlake.plan;

import org.jspecify.annotations.NullMarked;
