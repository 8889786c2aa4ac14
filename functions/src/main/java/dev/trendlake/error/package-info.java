/**
 * What can be wrong with a request, with blame and address: the lowest package, known to all
 * others.
 */
@NullMarked
package dev.trendlake.error;

import org.jspecify.annotations.NullMarked;
