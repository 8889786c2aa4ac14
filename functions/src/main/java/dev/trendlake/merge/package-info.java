/**
 * Puts the answers of questions together from pieces, one for each bucket: which of them are known,
 * which have to be computed, and what rows they make.
 */
@NullMarked
package dev.trendlake.merge;

import org.jspecify.annotations.NullMarked;
