/** What {@code template.yaml} has to be. */
@NullMarked
package dev.trendlake.template;

import org.jspecify.annotations.NullMarked;
