@NullMarked
package dev.trendlake.hogql;

import org.jspecify.annotations.NullMarked;
