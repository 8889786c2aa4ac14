@NullMarked
package dev.trendlake.local.command;

import org.jspecify.annotations.NullMarked;
