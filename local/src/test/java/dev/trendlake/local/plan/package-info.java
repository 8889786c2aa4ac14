@NullMarked
package dev.trendlake.local.plan;

import org.jspecify.annotations.NullMarked;
