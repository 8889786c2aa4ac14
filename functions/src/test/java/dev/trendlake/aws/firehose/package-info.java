/** The stream of captured events against what speaks Firehose's protocol. */
@NullMarked
package dev.trendlake.aws.firehose;

import org.jspecify.annotations.NullMarked;
