/** Tests of the local SQS. */
@NullMarked
package dev.trendlake.local.queue;

import org.jspecify.annotations.NullMarked;
