@NullMarked
package dev.trendlake.local.template;

import org.jspecify.annotations.NullMarked;
