@NullMarked
package dev.trendlake.intake.function;

import org.jspecify.annotations.NullMarked;
