/** Runs the conformance cases: small projects, requests, and what the API must answer. */
@NullMarked
package dev.trendlake.local.conformance;

import org.jspecify.annotations.NullMarked;
