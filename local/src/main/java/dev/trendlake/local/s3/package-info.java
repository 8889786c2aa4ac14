/** S3's API over a folder. */
@NullMarked
package dev.trendlake.local.s3;

import org.jspecify.annotations.NullMarked;
