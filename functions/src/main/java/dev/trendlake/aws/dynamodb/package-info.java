/** API keys, projects and results in Amazon DynamoDB. */
@NullMarked
package dev.trendlake.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
