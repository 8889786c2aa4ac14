package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.lake.UnknownPerson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The table of persons, and what captured events add to it. Learning the same twice, or in another
 * order, ends in the same table.
 */
final class People {
    /** Of those that no export names: any export's version is higher. */
    private static final long NEVER_EXPORTED = -1;

    private final Map<String, PersonRow> rows = new HashMap<>();
    private final Map<String, Set<String>> byPerson = new HashMap<>();
    private final Map<String, PersonFacts> facts = new HashMap<>();
    private final Map<String, Person> told = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Map<String, PersonFacts> learned = new HashMap<>();

    private People() {}

    /** The table as it is. */
    static People of(List<PersonRow> rows) {
        People people = new People();
        for (PersonRow row : rows) {
            people.rows.put(row.distinctId(), row);
            people.byPerson
                    .computeIfAbsent(row.personId(), _ -> new HashSet<>())
                    .add(row.distinctId());
        }
        return people;
    }

    /** Learns what an event says under its distinct id. */
    void say(String distinctId, PersonStatement statement, long at) {
        if (!statement.isEmpty()) {
            touch(distinctId).say(statement, at);
            learned(distinctId).say(statement, at);
        }
    }

    /** Learns that two distinct ids are said to be one person's. */
    void merge(String other, String into, boolean isForced, long at) {
        touch(other).mergeInto(into, isForced, at);
        touch(into).mergeFrom(other);
        learned(other).mergeInto(into, isForced, at);
        learned(into).mergeFrom(other);
    }

    /** What was learned from events, by distinct id. */
    Map<String, PersonFacts> learned() {
        return learned;
    }

    private PersonFacts learned(String distinctId) {
        return learned.computeIfAbsent(distinctId, _ -> new PersonFacts());
    }

    /** Learns what was learned from events elsewhere. */
    void learn(Map<String, PersonFacts> others) {
        others.forEach((distinctId, said) -> touch(distinctId).learn(said));
    }

    /** The id of the person behind a distinct id. */
    String personId(String distinctId) {
        return isKnown(distinctId) ? person(distinctId).id() : UnknownPerson.idOf(distinctId);
    }

    /** What is known of the person behind a distinct id. */
    ObjectNode properties(String distinctId) {
        ObjectNode properties = CapturedJson.object();
        if (isKnown(distinctId)) {
            person(distinctId).properties().forEach(properties::set);
        }
        return properties;
    }

    /** The table with all that was learned; empty when it is the same. */
    Optional<List<PersonRow>> changed() {
        Map<String, PersonRow> after = new HashMap<>(rows);
        for (String distinctId : touched) {
            // Also those who are others' now, or no longer theirs.
            together(distinctId).forEach(same -> after.put(same, row(same)));
        }
        return after.equals(rows) ? Optional.empty() : Optional.of(List.copyOf(after.values()));
    }

    private PersonRow row(String distinctId) {
        Person person = person(distinctId);
        PersonFacts said = facts(distinctId);
        KnownPerson known = said.known();
        ObjectNode properties = CapturedJson.object();
        person.properties().forEach(properties::set);
        return new PersonRow(
                distinctId,
                person.id(),
                person.createdAt(),
                known == null ? NEVER_EXPORTED : known.distinctIdVersion(),
                known == null ? NEVER_EXPORTED : known.personVersion(),
                properties.toString(),
                said.json());
    }

    private boolean isKnown(String distinctId) {
        return rows.containsKey(distinctId) || touched.contains(distinctId);
    }

    private PersonFacts touch(String distinctId) {
        touched.add(distinctId);
        forget(distinctId);
        return facts(distinctId);
    }

    private void forget(String distinctId) {
        Person person = told.get(distinctId);
        if (person != null) {
            together(distinctId).forEach(told::remove);
            told.remove(distinctId);
        }
    }

    private PersonFacts facts(String distinctId) {
        return facts.computeIfAbsent(distinctId, this::stored);
    }

    private PersonFacts stored(String distinctId) {
        PersonRow row = rows.get(distinctId);
        if (row == null) {
            return new PersonFacts();
        }
        PersonFacts stored = PersonFacts.read(row.captured());
        KnownPerson known = stored.known();
        boolean isExported =
                row.captured().isEmpty()
                        || (known == null
                                ? row.personVersion() != NEVER_EXPORTED
                                : known.isOlderThan(row));
        if (isExported) {
            stored.know(KnownPerson.of(row));
        }
        return stored;
    }

    private Person person(String distinctId) {
        Person person = told.get(distinctId);
        if (person != null) {
            return person;
        }
        SortedMap<String, PersonFacts> said = new TreeMap<>();
        together(distinctId).forEach(same -> said.put(same, facts(same)));
        told.putAll(Story.told(said));
        return told.getOrDefault(distinctId, new Person(distinctId, facts(distinctId)));
    }

    /** All distinct ids that merges, or an export, name together with one. */
    private Set<String> together(String distinctId) {
        Set<String> found = new HashSet<>(Set.of(distinctId));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String neighbour : neighbours(open.pop())) {
                if (found.add(neighbour)) {
                    open.push(neighbour);
                }
            }
        }
        return found;
    }

    private List<String> neighbours(String distinctId) {
        SortedSet<String> named = facts(distinctId).neighbours();
        List<String> neighbours = new ArrayList<>(named);
        PersonRow row = rows.get(distinctId);
        if (row != null) {
            neighbours.addAll(byPerson.getOrDefault(row.personId(), Set.of()));
        }
        return neighbours;
    }
}
