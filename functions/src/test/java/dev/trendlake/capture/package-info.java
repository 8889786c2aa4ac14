/** What PostHog's SDKs send, in all its forms. */
@NullMarked
package dev.trendlake.capture;

import org.jspecify.annotations.NullMarked;
