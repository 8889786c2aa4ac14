/** Runs the packaged functions as Lambda does: processes of their own behind the Runtime API. */
@NullMarked
package dev.trendlake.local.lambda;

import org.jspecify.annotations.NullMarked;
