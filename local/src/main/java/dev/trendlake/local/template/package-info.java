/** Reads {@code template.yaml} and resolves it for one machine. */
@NullMarked
package dev.trendlake.local.template;

import org.jspecify.annotations.NullMarked;
