/**
 * Athena on one machine: its JSON protocol in front of the embedded engine, and never kinder than
 * the service (spec: Athena).
 */
@NullMarked
package dev.trendlake.local.athena;

import org.jspecify.annotations.NullMarked;
