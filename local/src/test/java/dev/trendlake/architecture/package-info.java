/** What may know what, beyond the API's functions. */
@NullMarked
package dev.trendlake.architecture;

import org.jspecify.annotations.NullMarked;
