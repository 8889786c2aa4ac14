/** Trino in this process, reading folders as S3 buckets: the engine that Athena is built on. */
@NullMarked
package dev.trendlake.local.engine;

import org.jspecify.annotations.NullMarked;
