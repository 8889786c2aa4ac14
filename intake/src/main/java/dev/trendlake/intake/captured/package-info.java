/** Captured events: from the lines of the stream to events with their people and groups. */
@NullMarked
package dev.trendlake.intake.captured;

import org.jspecify.annotations.NullMarked;
