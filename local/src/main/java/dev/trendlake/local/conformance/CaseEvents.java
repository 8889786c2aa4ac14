package dev.trendlake.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.source.EventSource;
import java.util.UUID;

/**
 * The events of a case as a batch export has them: each carries its person's id and properties, as
 * if it had been taken in after all of the case was known.
 */
final class CaseEvents {
    private final ConformanceCase source;
    private final CasePeople people;

    CaseEvents(ConformanceCase source) {
        this.source = source;
        this.people = new CasePeople(source);
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
        line.put("uuid", id(index));
        line.put("event", event.event());
        line.put("distinct_id", event.distinctId());
        line.put("person_id", people.idOf(event.distinctId()));
        line.put("timestamp", event.timestamp());
        line.put("elements_chain", event.elementsChain());
        line.set("properties", event.properties());
        line.set("person_properties", people.propertiesOf(event.distinctId()));
        return line;
    }

    private String id(int index) {
        String text = "%s event %d".formatted(source.id(), index);
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }
}
