/** JSON as bytes: it is checked, and looked into, without being taken apart. */
@NullMarked
package dev.trendlake.intake.json;

import org.jspecify.annotations.NullMarked;
