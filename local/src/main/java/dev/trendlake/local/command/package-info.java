/** The command line: {@code trendlake up}, {@code project create}, {@code key create} … */
@NullMarked
package dev.trendlake.local.command;

import org.jspecify.annotations.NullMarked;
