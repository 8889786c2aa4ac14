/** What Lambda calls: the doors of the intake, and how they are put together. */
@NullMarked
package dev.trendlake.intake.function;

import org.jspecify.annotations.NullMarked;
