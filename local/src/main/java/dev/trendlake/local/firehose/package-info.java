/** Firehose on one machine: records become objects in S3 after a second. */
@NullMarked
package dev.trendlake.local.firehose;

import org.jspecify.annotations.NullMarked;
