/** The tables of the lake as files: what a row is, how it is written, and which files count. */
@NullMarked
package dev.trendlake.intake.lake;

import org.jspecify.annotations.NullMarked;
