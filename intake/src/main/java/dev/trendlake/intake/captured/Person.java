package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.intake.lake.UnknownPerson;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person while it is told over what happened to it. */
final class Person {
    private String id;
    private boolean hasKnownId;
    private boolean isIdentified;
    private Instant createdAt;
    private final SortedSet<String> distinctIds = new TreeSet<>();
    private final NavigableMap<String, JsonNode> properties = new TreeMap<>();

    /** The person of one distinct id, before anything was captured. */
    Person(String distinctId, PersonFacts facts) {
        id = UnknownPerson.idOf(distinctId);
        createdAt = firstWord(facts);
        distinctIds.add(distinctId);
        know(facts.known());
    }

    private void know(@Nullable KnownPerson known) {
        if (known == null) {
            return;
        }
        id = known.personId();
        hasKnownId = true;
        createdAt = earlier(createdAt, known.createdAt());
        CapturedJson.written(known.properties())
                .properties()
                .forEach(p -> properties.put(p.getKey(), p.getValue()));
    }

    // Nothing may be said under a distinct id that a merge names: the merge is what was first.
    private static Instant firstWord(PersonFacts facts) {
        return Stream.of(
                        facts.last().values().stream().map(PersonFacts.Word::at),
                        facts.first().values().stream().map(PersonFacts.Word::at),
                        facts.mergedInto().values().stream(),
                        facts.forcedInto().values().stream())
                .flatMap(times -> times)
                .min(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli)
                .orElse(Instant.MAX);
    }

    /** Puts together what an export knows to be one person. */
    void join(Person same) {
        take(same);
        same.properties.forEach(properties::putIfAbsent);
    }

    void set(String name, JsonNode value) {
        if (value.isMissingNode()) {
            properties.remove(name);
        } else {
            properties.put(name, value);
        }
    }

    void setOnce(String name, JsonNode value) {
        properties.putIfAbsent(name, value);
    }

    /**
     * Takes another person in, unless that one is identified: what both say stays as this one said
     * it. Whoever is named so is identified from then on.
     */
    boolean merge(Person other, boolean isForced, Instant at) {
        isIdentified = true;
        createdAt = earlier(createdAt, at);
        if (other.isIdentified && !isForced) {
            return false;
        }
        if (!hasKnownId && other.hasKnownId) {
            id = other.id;
            hasKnownId = true;
        }
        take(other);
        other.properties.forEach(properties::putIfAbsent);
        return true;
    }

    private void take(Person other) {
        distinctIds.addAll(other.distinctIds);
        createdAt = earlier(createdAt, other.createdAt);
        isIdentified |= other.isIdentified;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    String id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    SortedSet<String> distinctIds() {
        return distinctIds;
    }

    NavigableMap<String, JsonNode> properties() {
        return properties;
    }
}
