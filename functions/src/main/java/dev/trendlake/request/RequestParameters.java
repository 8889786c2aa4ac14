package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a request asks with.
 *
 * @param query the parameters of its query string, all texts
 * @param body the members of its body
 */
public record RequestParameters(ObjectNode query, ObjectNode body) {}
