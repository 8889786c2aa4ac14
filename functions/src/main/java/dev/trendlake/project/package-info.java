/** A project's settings and definitions, and the port that finds them. */
@NullMarked
package dev.trendlake.project;

import org.jspecify.annotations.NullMarked;
