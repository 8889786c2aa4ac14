/** HTTP requests and responses as PostHog's API means them: bodies, query strings, errors. */
@NullMarked
package dev.trendlake.http;

import org.jspecify.annotations.NullMarked;
