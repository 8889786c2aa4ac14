@NullMarked
package dev.trendlake.local.lambda;

import org.jspecify.annotations.NullMarked;
