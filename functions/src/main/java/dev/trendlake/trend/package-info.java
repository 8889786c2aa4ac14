/** The values of a trends question: no AWS, no JSON, no clock, and nothing null. */
@NullMarked
package dev.trendlake.trend;

import org.jspecify.annotations.NullMarked;
