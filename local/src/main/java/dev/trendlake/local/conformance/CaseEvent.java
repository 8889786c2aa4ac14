package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event of a case.
 *
 * @param event its name
 * @param distinctId who did it
 * @param timestamp when, as the case writes it: an instant with {@code Z} or an offset
 * @param properties its properties
 * @param elementsChain the clicked elements; empty without any
 */
record CaseEvent(
        String event,
        String distinctId,
        String timestamp,
        ObjectNode properties,
        String elementsChain) {}
