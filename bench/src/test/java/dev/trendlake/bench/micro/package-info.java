@NullMarked
package dev.trendlake.bench.micro;

import org.jspecify.annotations.NullMarked;
