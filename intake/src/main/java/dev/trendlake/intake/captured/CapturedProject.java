package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.load.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the captured lines of one project, in their order, into events, and learns of people and
 * groups on the way. It changes nothing but the types of groups: the table of persons is changed by
 * {@link #changed} once the events are in the lake.
 */
public final class CapturedProject {
    private static final String WITH_PROFILE = "$process_person_profile";
    private static final int LONGEST_NAME = 200;

    /** PostHog takes these out of the events, and counts them nowhere. */
    private static final Set<String> NO_EVENTS =
            Set.of("$$heatmap", "$$client_ingestion_warning", "$snapshot", "$snapshot_items");

    private static final Set<String> ABOUT_PEOPLE =
            Set.of("$identify", "$create_alias", "$merge_dangerously", "$groupidentify");

    /**
     * At PostHog they come by another way, in no order with the others: people don't change by
     * them.
     */
    private static final String EXCEPTION = "$exception";

    private final People people;
    private final GroupIndexes groups;

    /**
     * @param persons the table as it is
     * @param types the project's types of groups
     */
    public CapturedProject(long project, List<PersonRow> persons, GroupTypes types) {
        this.people = People.of(persons);
        this.groups = new GroupIndexes(types, project);
    }

    /**
     * Takes a line.
     *
     * @throws NotCaptured when it is no event
     */
    public Event take(CapturedLine line) throws NotCaptured {
        if (NO_EVENTS.contains(line.name())) {
            throw new NotCaptured("'%s' is not kept among the events".formatted(line.name()));
        }
        ObjectNode properties = properties(line);
        boolean hasProfile = hasProfile(properties);
        if (!hasProfile && ABOUT_PEOPLE.contains(line.name())) {
            throw new NotCaptured(
                    "'%s' with %s false says something of people, and is to say nothing"
                            .formatted(line.name(), WITH_PROFILE));
        }
        Instant time = EventMoment.of(line);
        PersonStatement statement =
                hasProfile
                        ? PersonStatement.of(line.event(), properties)
                        : PersonStatement.nothing();
        if (hasProfile) {
            Merge.of(line, properties)
                    .ifPresent(merge ->
                            people.merge(
                                    merge.other(),
                                    merge.into(),
                                    merge.isForced(),
                                    time.toEpochMilli()));
        }
        PersonStatement said =
                line.name().equals(EXCEPTION) ? PersonStatement.nothing() : statement;
        people.say(line.distinctId(), said, time.toEpochMilli());
        return event(line, time, settled(properties, statement, hasProfile), hasProfile, said);
    }

    /**
     * The table of persons with all that was learned; empty when it is the same.
     *
     * @param persons the table as it is by now
     */
    public Optional<List<PersonRow>> changed(List<PersonRow> persons) {
        People now = People.of(persons);
        now.learn(people.learned());
        return now.changed();
    }

    /** Whether anything was learned of people. */
    public boolean hasLearned() {
        return !people.learned().isEmpty();
    }

    private ObjectNode properties(CapturedLine line) {
        ObjectNode properties = CapturedJson.object();
        if (line.event().path("properties") instanceof ObjectNode sent) {
            properties.setAll(sent);
        }
        JsonNode osName = properties.path("$os_name");
        if (!osName.isMissingNode()) {
            properties.putIfAbsent("$os", osName);
        }
        if (line.ip() != null) {
            properties.putIfAbsent("$ip", properties.textNode(line.ip()));
        }
        Instant sentAt = line.sentAt();
        if (sentAt != null) {
            properties.put("$sent_at", sentAt.toString());
        }
        addGroups(properties);
        return properties;
    }

    private void addGroups(ObjectNode properties) {
        if (properties.path("$groups") instanceof ObjectNode named) {
            for (Map.Entry<String, JsonNode> group : named.properties()) {
                groups.of(group.getKey())
                        .ifPresent(index -> properties.set("$group_" + index, group.getValue()));
            }
        }
        // Its properties are learned from the event itself, if its type is known by then.
        JsonNode type = properties.path("$group_type");
        if (type.isTextual() && properties.hasNonNull("$group_key")) {
            groups.of(type.asText());
        }
    }

    private static boolean hasProfile(ObjectNode properties) {
        JsonNode wish = properties.path(WITH_PROFILE);
        return !wish.isBoolean() || wish.asBoolean();
    }

    private static ObjectNode settled(
            ObjectNode properties, PersonStatement statement, boolean hasProfile) {
        properties.remove(List.of("$set", "$set_once", "$unset", "$elements_chain"));
        put(properties, "$set", statement.set());
        put(properties, "$set_once", statement.setOnce());
        if (!statement.unset().isEmpty()) {
            statement.unset().forEach(properties.putArray("$unset")::add);
        }
        if (hasProfile) {
            properties.remove(WITH_PROFILE);
        }
        return properties;
    }

    private static void put(ObjectNode properties, String name, ObjectNode said) {
        if (!said.isEmpty()) {
            properties.set(name, said);
        }
    }

    private Event event(
            CapturedLine line,
            Instant time,
            ObjectNode properties,
            boolean hasProfile,
            PersonStatement statement) {
        JsonNode elements = properties.path("$elements");
        String chain = line.event().path("properties").path("$elements_chain").asText("");
        properties.remove("$elements");
        String name = line.name();
        return new Event(
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                time,
                line.distinctId(),
                people.personId(line.distinctId()),
                line.uuid(),
                chain.isEmpty() ? ElementsChain.of(elements) : chain,
                hasProfile ? personProperties(line, statement).toString() : "{}",
                properties.toString());
    }

    // What the event itself says is so at its time, whatever was said for later.
    private ObjectNode personProperties(CapturedLine line, PersonStatement statement) {
        ObjectNode properties = people.properties(line.distinctId());
        statement
                .setOnce()
                .properties()
                .forEach(said -> properties.putIfAbsent(said.getKey(), said.getValue()));
        properties.setAll(statement.set());
        statement.unset().forEach(properties::remove);
        return properties;
    }
}
