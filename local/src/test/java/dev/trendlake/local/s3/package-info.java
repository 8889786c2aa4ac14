/** The local S3, run as it is. */
@NullMarked
package dev.trendlake.local.s3;

import org.jspecify.annotations.NullMarked;
