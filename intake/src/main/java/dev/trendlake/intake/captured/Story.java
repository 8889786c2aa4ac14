package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells over in the order of time what was said of distinct ids that merges name together, as
 * PostHog takes in events one after the other: who is who, and what is known of them, in the end.
 */
final class Story {
    private static final int MERGE = 0;
    private static final int FIRST = 1;
    private static final int LAST = 2;

    /** Something that happened. */
    private record Scene(long at, int rank, String distinctId, String what, Runnable deed) {}

    private final SortedMap<String, PersonFacts> facts;
    private final Map<String, Person> people = new HashMap<>();
    private final List<Scene> scenes = new ArrayList<>();

    private Story(SortedMap<String, PersonFacts> facts) {
        this.facts = facts;
    }

    /** The person of each distinct id. */
    static Map<String, Person> told(SortedMap<String, PersonFacts> facts) {
        Story story = new Story(facts);
        story.begin();
        story.scenes.sort(
                Comparator.comparingLong(Scene::at)
                        .thenComparingInt(Scene::rank)
                        .thenComparing(Scene::distinctId)
                        .thenComparing(Scene::what));
        story.scenes.forEach(scene -> scene.deed().run());
        return story.people;
    }

    private void begin() {
        Map<String, Person> known = new TreeMap<>();
        facts.forEach((distinctId, said) -> {
            Person person = new Person(distinctId, said);
            KnownPerson export = said.known();
            if (export != null && known.containsKey(export.personId())) {
                known.get(export.personId()).join(person);
                person = known.get(export.personId());
            } else if (export != null) {
                known.put(export.personId(), person);
            }
            people.put(distinctId, person);
            said.last().forEach((name, word) -> last(distinctId, name, word));
            said.first().forEach((name, word) -> first(distinctId, name, word));
            said.mergedInto().forEach((into, at) -> merge(distinctId, into, at, false));
            said.forcedInto().forEach((into, at) -> merge(distinctId, into, at, true));
        });
    }

    private void last(String distinctId, String name, PersonFacts.Word word) {
        JsonNode value = word.value();
        scenes.add(
                new Scene(
                        word.at(),
                        LAST,
                        distinctId,
                        name,
                        () -> person(distinctId).set(name, value)));
    }

    private void first(String distinctId, String name, PersonFacts.Word word) {
        JsonNode value = word.value();
        scenes.add(
                new Scene(
                        word.at(),
                        FIRST,
                        distinctId,
                        name,
                        () -> person(distinctId).setOnce(name, value)));
    }

    private void merge(String other, String into, long at, boolean isForced) {
        scenes.add(
                new Scene(
                        at,
                        MERGE,
                        other,
                        into,
                        () -> merge(person(other), person(into), isForced, at)));
    }

    private void merge(Person other, Person into, boolean isForced, long at) {
        if (other == into) {
            return;
        }
        if (into.merge(other, isForced, Instant.ofEpochMilli(at))) {
            other.distinctIds().forEach(distinctId -> people.put(distinctId, into));
        }
    }

    private Person person(String distinctId) {
        return Objects.requireNonNull(people.get(distinctId), distinctId);
    }
}
