/** The local Athena, run as it is. */
@NullMarked
package dev.trendlake.local.athena;

import org.jspecify.annotations.NullMarked;
