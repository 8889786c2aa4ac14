/** The commands of the {@code trendlake} script. */
@NullMarked
package dev.trendlake.local.command;

import org.jspecify.annotations.NullMarked;
