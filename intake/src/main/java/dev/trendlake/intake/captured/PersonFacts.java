package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What captured events said under one distinct id, such that the order in which they are learned,
 * and how often, makes no difference: of each property the last word and the first one that was to
 * be kept, and of each merge its first time.
 */
final class PersonFacts {
    /**
     * A word about a property.
     *
     * @param at milliseconds since 1970
     * @param value missing when nothing is known any more
     */
    record Word(long at, JsonNode value) {
        Word laterOf(Word other) {
            int order = Long.compare(at, other.at);
            return (order == 0 ? compare(value, other.value) : order) >= 0 ? this : other;
        }

        Word earlierOf(Word other) {
            int order = Long.compare(at, other.at);
            return (order == 0 ? compare(value, other.value) : order) <= 0 ? this : other;
        }

        // Of words of one millisecond it doesn't matter which counts, but all have to agree; in one
        // event, nothing is what was said last.
        private static int compare(JsonNode one, JsonNode other) {
            if (one.isMissingNode() || other.isMissingNode()) {
                return Boolean.compare(one.isMissingNode(), other.isMissingNode());
            }
            return one.toString().compareTo(other.toString());
        }
    }

    private final SortedMap<String, Word> last = new TreeMap<>();
    private final SortedMap<String, Word> first = new TreeMap<>();
    private final SortedMap<String, Long> mergedInto = new TreeMap<>();
    private final SortedMap<String, Long> forcedInto = new TreeMap<>();
    private final SortedSet<String> mergedFrom = new TreeSet<>();
    private @Nullable KnownPerson known;

    /** Learns what an event says of its person. */
    void say(PersonStatement statement, long at) {
        statement.set().properties().forEach(p -> last(p.getKey(), new Word(at, p.getValue())));
        statement
                .setOnce()
                .properties()
                .forEach(p -> first(p.getKey(), new Word(at, p.getValue())));
        statement.unset().forEach(name -> last(name, new Word(at, MissingNode.getInstance())));
    }

    /** Learns that the person of this distinct id is said to be that of another one. */
    void mergeInto(String other, boolean isForced, long at) {
        (isForced ? forcedInto : mergedInto).merge(other, at, Math::min);
    }

    /** Learns that another distinct id's person is said to be that of this one. */
    void mergeFrom(String other) {
        mergedFrom.add(other);
    }

    /** Learns what PostHog's export says. */
    void know(KnownPerson person) {
        known = person;
    }

    /** Learns all that is known elsewhere. */
    void learn(PersonFacts others) {
        others.last.forEach(this::last);
        others.first.forEach(this::first);
        others.mergedInto.forEach((other, at) -> mergedInto.merge(other, at, Math::min));
        others.forcedInto.forEach((other, at) -> forcedInto.merge(other, at, Math::min));
        mergedFrom.addAll(others.mergedFrom);
        if (known == null) {
            known = others.known;
        }
    }

    boolean isEmpty() {
        return last.isEmpty() && first.isEmpty() && isAlone();
    }

    private boolean isAlone() {
        return mergedInto.isEmpty() && forcedInto.isEmpty() && mergedFrom.isEmpty();
    }

    SortedMap<String, Word> last() {
        return last;
    }

    SortedMap<String, Word> first() {
        return first;
    }

    SortedMap<String, Long> mergedInto() {
        return mergedInto;
    }

    SortedMap<String, Long> forcedInto() {
        return forcedInto;
    }

    @Nullable KnownPerson known() {
        return known;
    }

    /** All distinct ids that a merge names together with this one, done or not. */
    SortedSet<String> neighbours() {
        SortedSet<String> neighbours = new TreeSet<>(mergedFrom);
        neighbours.addAll(mergedInto.keySet());
        neighbours.addAll(forcedInto.keySet());
        return neighbours;
    }

    private void last(String name, Word word) {
        last.merge(name, word, Word::laterOf);
    }

    private void first(String name, Word word) {
        first.merge(name, word, Word::earlierOf);
    }

    /** As it stands in the lake. */
    String json() {
        ObjectNode json = CapturedJson.object();
        write(json, "last", last);
        write(json, "first", first);
        writeTimes(json, "into", mergedInto);
        writeTimes(json, "forced", forcedInto);
        if (!mergedFrom.isEmpty()) {
            mergedFrom.forEach(json.putArray("from")::add);
        }
        if (known != null) {
            json.set("known", known.json());
        }
        return json.toString();
    }

    /** Reads what stands in the lake; an empty text is nothing. */
    static PersonFacts read(String text) {
        ObjectNode json = CapturedJson.written(text);
        PersonFacts facts = new PersonFacts();
        json.path("last").properties().forEach(p -> facts.last(p.getKey(), word(p.getValue())));
        json.path("first").properties().forEach(p -> facts.first(p.getKey(), word(p.getValue())));
        json.path("into")
                .properties()
                .forEach(p -> facts.mergeInto(p.getKey(), false, p.getValue().asLong()));
        json.path("forced")
                .properties()
                .forEach(p -> facts.mergeInto(p.getKey(), true, p.getValue().asLong()));
        json.path("from").forEach(other -> facts.mergeFrom(other.asText()));
        if (json.path("known") instanceof ObjectNode known) {
            facts.know(KnownPerson.read(known));
        }
        return facts;
    }

    private static Word word(JsonNode json) {
        return new Word(json.path(0).asLong(), json.path(1));
    }

    private static void write(ObjectNode json, String name, SortedMap<String, Word> words) {
        if (words.isEmpty()) {
            return;
        }
        ObjectNode object = json.putObject(name);
        words.forEach((property, word) -> {
            ArrayNode pair = object.putArray(property).add(word.at());
            if (!word.value().isMissingNode()) {
                pair.add(word.value());
            }
        });
    }

    private static void writeTimes(ObjectNode json, String name, SortedMap<String, Long> times) {
        if (!times.isEmpty()) {
            times.forEach(json.putObject(name)::put);
        }
    }
}
