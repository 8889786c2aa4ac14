/**
 * What PostHog's SDKs send: bodies in all their forms, tokens, and the lines that events become.
 */
@NullMarked
package dev.trendlake.capture;

import org.jspecify.annotations.NullMarked;
