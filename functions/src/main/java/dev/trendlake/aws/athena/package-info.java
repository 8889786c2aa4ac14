/** The query engine on Amazon Athena. */
@NullMarked
package dev.trendlake.aws.athena;

import org.jspecify.annotations.NullMarked;
