/** The API's document, and what answers and requests are held against it. */
@NullMarked
package dev.trendlake.local.document;

import org.jspecify.annotations.NullMarked;
