/** Who may ask: API keys, scopes, and the projects a key may see. */
@NullMarked
package dev.trendlake.access;

import org.jspecify.annotations.NullMarked;
