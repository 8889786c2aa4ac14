@NullMarked
package dev.trendlake.sql;

import org.jspecify.annotations.NullMarked;
