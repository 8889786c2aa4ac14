/** What events are imported from: objects and files, and how each of their formats is read. */
@NullMarked
package dev.trendlake.intake.source;

import org.jspecify.annotations.NullMarked;
