/**
 * JSON documents as trees, without what Jackson needs to bind them to classes: it is a quarter of
 * what our own part of a start would load.
 */
@NullMarked
package dev.trendlake.json;

import org.jspecify.annotations.NullMarked;
