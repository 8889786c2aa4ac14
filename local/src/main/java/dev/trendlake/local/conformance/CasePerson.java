package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A person of a case.
 *
 * @param distinctIds all its distinct ids; at least one
 * @param properties its properties
 */
record CasePerson(List<String> distinctIds, ObjectNode properties) {}
