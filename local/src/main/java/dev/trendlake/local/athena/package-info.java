/** Athena's protocol in front of the embedded engine. */
@NullMarked
package dev.trendlake.local.athena;

import org.jspecify.annotations.NullMarked;
