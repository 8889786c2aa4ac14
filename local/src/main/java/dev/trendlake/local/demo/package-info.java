/** The demonstration: real events of a public web site, and their trends in a terminal. */
@NullMarked
package dev.trendlake.local.demo;

import org.jspecify.annotations.NullMarked;
