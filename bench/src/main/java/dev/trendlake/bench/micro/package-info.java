/** What the function's own code takes, measured with JMH. */
@NullMarked
package dev.trendlake.bench.micro;

import org.jspecify.annotations.NullMarked;
