@NullMarked
package dev.trendlake.formula;

import org.jspecify.annotations.NullMarked;
