/** Large results in Amazon S3. */
@NullMarked
package dev.trendlake.aws.s3;

import org.jspecify.annotations.NullMarked;
