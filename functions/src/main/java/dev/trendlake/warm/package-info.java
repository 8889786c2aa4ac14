/** Keeps answers ready: which questions are asked, and which of them are computed beforehand. */
@NullMarked
package dev.trendlake.warm;

import org.jspecify.annotations.NullMarked;
