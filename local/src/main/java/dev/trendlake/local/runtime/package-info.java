/**
 * A runtime for functions in plain Java, for systems that Lambda's runtime interface client is not
 * built for. It runs inside the function's process and uses nothing but the JDK and Lambda's
 * interfaces.
 */
@NullMarked
package dev.trendlake.local.runtime;

import org.jspecify.annotations.NullMarked;
