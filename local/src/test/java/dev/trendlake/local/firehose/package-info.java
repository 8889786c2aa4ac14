/** Tests of the local Firehose. */
@NullMarked
package dev.trendlake.local.firehose;

import org.jspecify.annotations.NullMarked;
