/** SQL as a tree, and the one class that writes it as text. */
@NullMarked
package dev.trendlake.sql;

import org.jspecify.annotations.NullMarked;
