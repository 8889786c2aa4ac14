/** API Gateway's HTTP API on one machine: routes and payload format 2.0, and its limits. */
@NullMarked
package dev.trendlake.local.gateway;

import org.jspecify.annotations.NullMarked;
