package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.load.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A project that captured lines are put into, file after file, as an import puts them. */
final class CapturedLines {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<String> types = new ArrayList<>();
    final Map<String, JsonNode> events = new HashMap<>();
    List<PersonRow> persons = new ArrayList<>();

    /** An event so many seconds after noon. */
    static String line(int second, String name, String distinctId, String properties) {
        String uuid =
                UUID.nameUUIDFromBytes(
                                (second + name + distinctId + properties)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString();
        return "{\"project_id\":7,\"received_at\":\"%s\",\"ip\":null,\"sent_at\":null,\"event\":{\"event\":\"%s\",\"distinct_id\":\"%s\",\"uuid\":\"%s\",\"properties\":%s}}"
                .formatted(NOON.plusSeconds(second), name, distinctId, uuid, properties);
    }

    static String identify(int second, String into, String other) {
        return line(second, "$identify", into, "{\"$anon_distinct_id\":\"" + other + "\"}");
    }

    static String alias(int second, String into, String other) {
        return line(second, "$create_alias", into, "{\"alias\":\"" + other + "\"}");
    }

    static String force(int second, String into, String other) {
        return line(second, "$merge_dangerously", into, "{\"alias\":\"" + other + "\"}");
    }

    static String set(int second, String distinctId, String json) {
        return line(second, "$set", distinctId, "{\"$set\":" + json + "}");
    }

    /** Puts a file in. */
    CapturedLines put(List<String> lines) {
        CapturedProject project = new CapturedProject(7, persons, types());
        List<Event> taken = new ArrayList<>();
        for (String line : lines) {
            taken.add(taken(project, line));
        }
        taken.forEach(this::keep);
        persons = project.changed(persons).orElse(persons);
        return this;
    }

    /** Puts a file in. */
    CapturedLines put(String... lines) {
        return put(List.of(lines));
    }

    /** The people behind distinct ids as questions see them: the table's where it knows one. */
    Map<String, String> people() {
        Map<String, String> people = new HashMap<>();
        events.values()
                .forEach(event ->
                        people.put(
                                event.path("distinct_id").asText(),
                                event.path("person_id").asText()));
        persons.forEach(row -> people.put(row.distinctId(), row.personId()));
        return people;
    }

    /** Which distinct ids are one person's, as PostHog's tests would list them. */
    List<List<String>> groups() {
        return people().entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getValue,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .values()
                .stream()
                .map(ids -> ids.stream().sorted().toList())
                .sorted(java.util.Comparator.comparing(Object::toString))
                .toList();
    }

    /** What is known of the person behind a distinct id. */
    ObjectNode properties(String distinctId) {
        return persons.stream()
                .filter(row -> row.distinctId().equals(distinctId))
                .findFirst()
                .map(row -> CapturedJson.written(row.properties()))
                .orElseThrow();
    }

    /** The one event of a name. */
    JsonNode event(String name) {
        return events.values().stream()
                .filter(event -> event.path("event").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    GroupTypes types() {
        return new GroupTypes() {
            @Override
            public List<String> of(long project) {
                return List.copyOf(types);
            }

            @Override
            public boolean replace(long project, List<String> present, List<String> more) {
                if (!types.equals(present)) {
                    return false;
                }
                types.clear();
                types.addAll(more);
                return true;
            }
        };
    }

    private static Event taken(CapturedProject project, String line) {
        try {
            return project.take(CapturedLine.read(line));
        } catch (NotCaptured e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    // The lake keeps the first of equal events.
    private void keep(Event event) {
        ObjectNode json = CapturedJson.object();
        json.put("event", event.event()).put("distinct_id", event.distinctId());
        json.put("person_id", event.personId()).put("timestamp", event.timestamp().toString());
        json.put("elements_chain", event.elementsChain());
        json.set("person_properties", CapturedJson.written(event.personProperties()));
        json.set("properties", CapturedJson.written(event.properties()));
        events.putIfAbsent(event.uuid(), json);
    }
}
