/** Where the libraries of the local stack may write. */
@NullMarked
package dev.trendlake.local.log;

import org.jspecify.annotations.NullMarked;
