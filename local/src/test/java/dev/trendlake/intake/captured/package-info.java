/** What captured events become. */
@NullMarked
package dev.trendlake.intake.captured;

import org.jspecify.annotations.NullMarked;
