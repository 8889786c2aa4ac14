/** Keeps the files of a day few: several are merged into one while questions go on. */
@NullMarked
package dev.trendlake.intake.compact;

import org.jspecify.annotations.NullMarked;
