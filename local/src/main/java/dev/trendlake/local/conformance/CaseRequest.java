package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of a case.
 *
 * @param name its name, unique in the case
 * @param method the HTTP method
 * @param path relative to {@code /api/projects/ID/}
 * @param query the query string's parameters; lists and objects are sent as JSON texts
 * @param body sent as JSON; null for none
 * @param now when it is made
 * @param expectation what must be answered
 */
record CaseRequest(
        String name,
        String method,
        String path,
        ObjectNode query,
        @Nullable ObjectNode body,
        Instant now,
        Expectation expectation) {}
