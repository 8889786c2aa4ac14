@NullMarked
package dev.trendlake.answer;

import org.jspecify.annotations.NullMarked;
