package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A cohort of a case.
 *
 * @param id its number in this case
 * @param name its name; empty without one
 * @param isStatic whether its people are listed
 * @param distinctIds the people listed; none for a dynamic one
 * @param filters the dynamic one's criteria in PostHog's form; without keys for a static one
 */
record CaseCohort(
        long id, String name, boolean isStatic, List<String> distinctIds, ObjectNode filters) {}
