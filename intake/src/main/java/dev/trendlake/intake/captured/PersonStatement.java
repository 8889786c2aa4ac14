package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an event says of its person: {@code $set}, {@code $set_once} and {@code $unset} of the event
 * and of its properties, and the properties that a person has from its events.
 *
 * @param set what is so from now on
 * @param setOnce what is so unless something was said before
 * @param unset what nothing is known of any more
 */
record PersonStatement(ObjectNode set, ObjectNode setOnce, List<String> unset) {
    PersonStatement {
        unset = List.copyOf(unset);
    }

    static PersonStatement nothing() {
        return new PersonStatement(CapturedJson.object(), CapturedJson.object(), List.of());
    }

    /** What an event says; its properties have the {@code $os} that it means. */
    static PersonStatement of(ObjectNode event, ObjectNode properties) {
        if (event.path("event").asText().equals("$groupidentify")) {
            return nothing();
        }
        ObjectNode set = both(properties, event, "$set");
        ObjectNode setOnce = both(properties, event, "$set_once");
        lift(properties, set, setOnce);
        List<String> unset = new ArrayList<>(names(properties.path("$unset")));
        unset.addAll(names(event.path("$unset")));
        return new PersonStatement(set, setOnce, unset);
    }

    boolean isEmpty() {
        return set.isEmpty() && setOnce.isEmpty() && unset.isEmpty();
    }

    // What stands beside the properties is said later than what stands in them.
    private static ObjectNode both(ObjectNode properties, ObjectNode event, String name) {
        ObjectNode all = CapturedJson.object();
        for (ObjectNode place : List.of(properties, event)) {
            if (place.path(name) instanceof ObjectNode said) {
                all.setAll(said);
            }
        }
        return all;
    }

    // Browsers send an explicit null for each parameter of campaigns that is absent: it is no
    // first.
    private static void lift(ObjectNode properties, ObjectNode set, ObjectNode setOnce) {
        boolean isServer = properties.path("$is_server").asBoolean(false);
        for (String name : PersonWords.LIFTED) {
            JsonNode value = properties.path(name);
            boolean isOfTheHost = isServer && PersonWords.OF_THE_HOST.contains(name);
            if (value.isMissingNode() || isOfTheHost || name.equals("$os_name")) {
                continue;
            }
            set.putIfAbsent(name, value);
            if (!value.isNull()) {
                setOnce.putIfAbsent(PersonWords.initial(name), value);
            }
        }
    }

    private static List<String> names(JsonNode unset) {
        List<String> names = new ArrayList<>();
        if (unset instanceof ArrayNode list) {
            list.forEach(name -> names.add(name.asText()));
        } else {
            unset.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
