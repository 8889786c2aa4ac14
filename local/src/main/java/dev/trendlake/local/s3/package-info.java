/** S3 on one machine: a folder for each bucket, the very files that the engine reads. */
@NullMarked
package dev.trendlake.local.s3;

import org.jspecify.annotations.NullMarked;
