package dev.trendlake.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.load.EventSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The events of a case as a batch export has them: each carries its person's id and properties, as
 * if it had been taken in after all of the case was known.
 */
final class CaseEvents {
    private final ConformanceCase source;
    private final Map<String, CasePerson> persons = new HashMap<>();

    CaseEvents(ConformanceCase source) {
        this.source = source;
        for (CasePerson person : source.persons()) {
            person.distinctIds().forEach(distinctId -> persons.put(distinctId, person));
        }
    }

    /** JSON lines, in the order of the case. */
    EventSource lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < source.events().size(); i++) {
            lines.append(line(i, source.events().get(i))).append('\n');
        }
        return EventSource.of(source.file(), lines.toString().getBytes(UTF_8));
    }

    private ObjectNode line(int index, CaseEvent event) {
        ObjectNode line = CaseJson.MAPPER.createObjectNode();
        CasePerson person = persons.get(event.distinctId());
        String personName = person == null ? event.distinctId() : person.distinctIds().getFirst();
        line.put("uuid", id("event " + index));
        line.put("event", event.event());
        line.put("distinct_id", event.distinctId());
        line.put("person_id", id("person " + personName));
        line.put("timestamp", event.timestamp());
        line.put("elements_chain", event.elementsChain());
        line.set("properties", event.properties());
        line.set(
                "person_properties",
                person == null ? CaseJson.MAPPER.createObjectNode() : person.properties());
        return line;
    }

    private String id(String name) {
        return UUID.nameUUIDFromBytes((source.id() + " " + name).getBytes(UTF_8)).toString();
    }
}
