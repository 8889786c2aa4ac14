/** What the local stack's servers share: one port on the loopback interface. */
@NullMarked
package dev.trendlake.local.http;

import org.jspecify.annotations.NullMarked;
