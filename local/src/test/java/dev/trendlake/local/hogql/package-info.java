@NullMarked
package dev.trendlake.local.hogql;

import org.jspecify.annotations.NullMarked;
