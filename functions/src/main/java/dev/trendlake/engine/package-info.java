/** The port to the query engine: one statement in, its rows out. */
@NullMarked
package dev.trendlake.engine;

import org.jspecify.annotations.NullMarked;
