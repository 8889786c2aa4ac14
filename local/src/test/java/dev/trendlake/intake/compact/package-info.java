@NullMarked
package dev.trendlake.intake.compact;

import org.jspecify.annotations.NullMarked;
