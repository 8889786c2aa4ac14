package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.intake.json.JsonScanner;
import dev.trendlake.intake.lake.UnknownPerson;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.PropertyColumns;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.airlift.slice.XxHash64;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of the lake out of events as they came: checks them, and takes session, groups and the
 * properties that have columns out of their documents. Not safe for several threads.
 */
final class EventEncoder {
    private final JsonScanner scanner = new JsonScanner();
    private final DocumentFields properties = new DocumentFields();
    private final DocumentFields personProperties = new DocumentFields();
    private final NameLearner learner = new NameLearner(scanner);
    private final EventKey.Maker keys = new EventKey.Maker();
    private final FieldPlaces ofEvents;
    private final FieldPlaces ofPersons;
    private final EventTime times;
    private final @Nullable Slice[] found;

    EventEncoder(PropertyColumns columns, EventTime times) {
        this.times = times;
        int count =
                columns.columns().stream().mapToInt(column -> column.number() + 1).max().orElse(0);
        this.found = new @Nullable Slice[EventField.COUNT + count];
        this.ofEvents = FieldPlaces.of(ColumnProperty.Owner.EVENT, columns);
        this.ofPersons = FieldPlaces.of(ColumnProperty.Owner.PERSON, columns);
    }

    /** Begins anew: names that are met from here on go to others. */
    void begin(NamesSeen names) {
        // Here nobody holds a number of a key.
        if (scanner.keys().isFull()) {
            scanner.forgetKeys();
            ofEvents.forgetKeys();
            ofPersons.forgetKeys();
        }
        learner.begin(names);
    }

    /** How many bytes a row has besides its fields. */
    int headerSize() {
        return EncodedEvents.headerSize(found.length);
    }

    /** Adds the row of an event. */
    void encode(RawEvent event, EncodedEvents out) throws LineRefused {
        Slice document = properties.read("properties", event.properties(), scanner);
        Slice person =
                personProperties.read("person_properties", event.personProperties(), scanner);
        check(event);
        find(event, document, person);
        Slice personId = text(EventField.PERSON_ID);
        out.begin(
                event.timestamp(),
                XxHash64.hash(personId),
                keys.of(event.event(), event.distinctId(), event.uuid()),
                found.length);
        for (Slice text : found) {
            if (text == null) {
                out.addNull();
            } else {
                out.add(text);
            }
        }
        out.end();
        learner.learn(event, properties, personProperties);
    }

    private void check(RawEvent event) throws LineRefused {
        require("distinct_id", event.distinctId());
        require("event", event.event());
        if (event.timestamp() == RawEvent.NO_TIME) {
            throw new LineRefused("no timestamp");
        }
        times.check(event.timestamp());
        require("uuid", event.uuid());
    }

    private static void require(String name, Slice text) throws LineRefused {
        if (text.length() == 0) {
            throw new LineRefused("no " + name);
        }
    }

    private void find(RawEvent event, Slice document, Slice person) {
        Arrays.fill(found, null);
        put(EventField.EVENT, event.event());
        put(EventField.DISTINCT_ID, event.distinctId());
        put(EventField.PERSON_ID, personId(event));
        put(EventField.UUID, event.uuid());
        put(EventField.ELEMENTS_CHAIN, event.elementsChain());
        put(EventField.PERSON_PROPERTIES, person);
        put(EventField.PROPERTIES, document);
        findIn(properties, ofEvents);
        findIn(personProperties, ofPersons);
    }

    private void findIn(DocumentFields fields, FieldPlaces places) {
        for (int i = 0; i < fields.size(); i++) {
            int place = places.member(fields.key(i));
            if (place >= 0) {
                found[place] = member(fields, i);
            }
            int column = places.column(fields.key(i));
            if (column >= 0) {
                found[EventField.COUNT + column] = fields.json(i);
            }
        }
    }

    private static @Nullable Slice member(DocumentFields fields, int index) {
        JsonToken token = fields.token(index);
        if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = fields.scalar(index);
        return text.isEmpty() ? null : Slices.utf8Slice(text);
    }

    private static Slice personId(RawEvent event) {
        return event.personId().length() > 0
                ? event.personId()
                : Slices.utf8Slice(UnknownPerson.idOf(event.distinctId().toStringUtf8()));
    }

    private void put(EventField field, Slice text) {
        found[field.place()] = text;
    }

    private Slice text(EventField field) {
        Slice text = found[field.place()];
        if (text == null) {
            throw new IllegalStateException("an event without " + field);
        }
        return text;
    }
}
