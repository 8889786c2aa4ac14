@NullMarked
package dev.trendlake.local.gateway;

import org.jspecify.annotations.NullMarked;
