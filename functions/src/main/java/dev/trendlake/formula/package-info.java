/** The arithmetic of formulas: what they may say, and what it comes to. */
@NullMarked
package dev.trendlake.formula;

import org.jspecify.annotations.NullMarked;
