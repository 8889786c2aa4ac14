/** DynamoDB on one machine, in a process of its own. */
@NullMarked
package dev.trendlake.local.dynamodb;

import org.jspecify.annotations.NullMarked;
