package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.intake.json.JsonKey;
import dev.trendlake.intake.json.JsonScanner;
import io.airlift.slice.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes the names that events and their documents have, and looks at each name of a batch only as
 * long as there is something to learn from it. Not safe for several threads.
 */
final class NameLearner {
    private static final String GROUP_IDENTIFY = "$groupidentify";
    private static final List<String> OF_PERSONS = List.of("$set", "$set_once");

    /** More names of events are not held. */
    private static final int MOST_EVENTS = 10_000;

    /** What is known of a key. */
    private static final class KeyNote {
        private final boolean isOfPersons;
        private boolean isSettledOfEvents;
        private boolean isSettledOfPersons;

        KeyNote(JsonKey key) {
            isOfPersons = OF_PERSONS.contains(key.name());
        }
    }

    /** What is known of an event of one name. */
    private static final class EventNote {
        private final String name;
        private final BitSet keys = new BitSet();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        EventNote(Slice name) {
            this.name = name.toStringUtf8();
        }
    }

    private final JsonScanner scanner;
    private final DocumentFields nested = new DocumentFields();
    private final Map<Slice, EventNote> events = new HashMap<>();
    private final List<@Nullable KeyNote> keys = new ArrayList<>();
    private NamesSeen names = new NamesSeen();

    /**
     * @param scanner whose keys the documents have
     */
    NameLearner(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /** Begins anew: what is learned from here on goes to other names. */
    void begin(NamesSeen names) {
        this.names = names;
        events.clear();
        keys.clear();
    }

    /** Takes an event. */
    void learn(RawEvent event, DocumentFields properties, DocumentFields personProperties) {
        EventNote note = note(event.event());
        if (!names.isLearned(note.name)) {
            return;
        }
        if (event.timestamp() < note.first || event.timestamp() > note.last) {
            note.first = Math.min(note.first, event.timestamp());
            note.last = Math.max(note.last, event.timestamp());
            names.seeEvent(note.name, event.time());
        }
        if (note.name.equals(GROUP_IDENTIFY)) {
            learnGroup(event.time(), properties);
        } else {
            learnProperties(note, event, properties);
        }
        learnPerson(event.time(), personProperties);
    }

    private EventNote note(Slice event) {
        EventNote note = events.get(event);
        if (note == null) {
            if (events.size() == MOST_EVENTS) {
                events.clear();
            }
            note = new EventNote(event);
            events.put(event.copy(), note);
        }
        return note;
    }

    private void learnProperties(EventNote note, RawEvent event, DocumentFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            JsonKey key = fields.key(i);
            KeyNote known = note(key);
            if (known.isOfPersons && fields.token(i) == JsonToken.START_OBJECT) {
                fields.readInto(i, nested, scanner);
                learnPerson(event.time(), nested);
                continue;
            }
            if (!note.keys.get(key.number())) {
                note.keys.set(key.number());
                names.seePair(note.name, key.name());
            }
            if (!known.isSettledOfEvents) {
                known.isSettledOfEvents =
                        names.seeProperty(
                                key.name(), fields.token(i), text(fields, i), event.time());
            }
        }
    }

    private void learnPerson(Instant at, DocumentFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            KeyNote known = note(fields.key(i));
            if (!known.isSettledOfPersons) {
                known.isSettledOfPersons =
                        names.seeOfPerson(
                                fields.key(i).name(), fields.token(i), text(fields, i), at);
            }
        }
    }

    private void learnGroup(Instant at, DocumentFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.key(i).name().equals("$group_type")
                    && fields.token(i) == JsonToken.VALUE_STRING) {
                learnGroup(fields.scalar(i), at, fields);
            }
        }
    }

    private void learnGroup(String type, Instant at, DocumentFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.key(i).name().equals("$group_set")
                    && fields.token(i) == JsonToken.START_OBJECT) {
                fields.readInto(i, nested, scanner);
                for (int j = 0; j < nested.size(); j++) {
                    names.seeOfGroup(
                            type, nested.key(j).name(), nested.token(j), text(nested, j), at);
                }
            }
        }
    }

    private static PropertiesSeen.Text text(DocumentFields fields, int index) {
        return () -> fields.scalar(index);
    }

    private KeyNote note(JsonKey key) {
        while (keys.size() <= key.number()) {
            keys.add(null);
        }
        KeyNote note = keys.get(key.number());
        if (note == null) {
            note = new KeyNote(key);
            keys.set(key.number(), note);
        }
        return note;
    }
}
