package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An action of a case.
 *
 * @param id its number in this case
 * @param name its name
 * @param steps in PostHog's form
 */
record CaseAction(long id, String name, List<JsonNode> steps) {}
