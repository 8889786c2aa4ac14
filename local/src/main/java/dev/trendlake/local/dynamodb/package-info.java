/** DynamoDB on one machine. */
@NullMarked
package dev.trendlake.local.dynamodb;

import org.jspecify.annotations.NullMarked;
