/** Tests of rules and events. */
@NullMarked
package dev.trendlake.local.events;

import org.jspecify.annotations.NullMarked;
