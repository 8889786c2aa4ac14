/** HogQL expressions: read into a tree, and that tree translated to the tree of SQL. */
@NullMarked
package dev.trendlake.hogql;

import org.jspecify.annotations.NullMarked;
