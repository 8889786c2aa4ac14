/** The doors: one Lambda entry point for each route, and the wiring. */
@NullMarked
package dev.trendlake.function;

import org.jspecify.annotations.NullMarked;
