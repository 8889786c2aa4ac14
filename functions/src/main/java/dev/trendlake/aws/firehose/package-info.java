/** The stream of captured events, in Amazon Data Firehose. */
@NullMarked
package dev.trendlake.aws.firehose;

import org.jspecify.annotations.NullMarked;
