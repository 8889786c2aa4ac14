/** Which package may know which. */
@NullMarked
package dev.trendlake.architecture;

import org.jspecify.annotations.NullMarked;
