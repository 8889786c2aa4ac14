package dev.trendlake.intake.load;

import static dev.trendlake.intake.load.LineFieldsReader.Kind.DOCUMENT;
import static dev.trendlake.intake.load.LineFieldsReader.Kind.TEXT;

import dev.trendlake.intake.lake.UnknownPerson;
import java.util.Map;

/** Turns a line of PostHog's batch export, events model, into an event (spec: batch export, 1). */
final class EventReader {
    private final LineFieldsReader reader =
            new LineFieldsReader(
                    Map.of(
                            "event", TEXT,
                            "timestamp", TEXT,
                            "distinct_id", TEXT,
                            "uuid", TEXT,
                            "person_id", TEXT,
                            "elements_chain", TEXT,
                            "properties", DOCUMENT,
                            "person_properties", DOCUMENT));
    private final EventTime times;

    EventReader(EventTime times) {
        this.times = times;
    }

    /** Reads a line; fields that it doesn't know are passed over. */
    Event read(String line) throws LineRefused {
        LineFields fields = reader.read(line);
        String distinctId = fields.requiredText("distinct_id");
        String personId = fields.text("person_id");
        Document properties = fields.document("properties");
        return new Event(
                fields.requiredText("event"),
                times.read(fields.requiredText("timestamp")),
                new Membership(properties.membership()),
                distinctId,
                personId.isEmpty() ? UnknownPerson.idOf(distinctId) : personId,
                fields.requiredText("uuid"),
                fields.text("elements_chain"),
                fields.document("person_properties").json(),
                properties.json());
    }
}
