/** Tests of what calls functions without a request. */
@NullMarked
package dev.trendlake.local.trigger;

import org.jspecify.annotations.NullMarked;
