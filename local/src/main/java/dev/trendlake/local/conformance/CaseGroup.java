package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A group of a case.
 *
 * @param typeIndex 0 to 4
 * @param key what {@code $group_N} of its events says
 * @param properties its properties
 */
record CaseGroup(long typeIndex, String key, ObjectNode properties) {}
