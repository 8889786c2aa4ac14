/** What the local servers need of the network. */
@NullMarked
package dev.trendlake.local.net;

import org.jspecify.annotations.NullMarked;
