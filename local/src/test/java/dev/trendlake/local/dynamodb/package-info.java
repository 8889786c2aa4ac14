/** The local DynamoDB, run as it is. */
@NullMarked
package dev.trendlake.local.dynamodb;

import org.jspecify.annotations.NullMarked;
