package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.PropertyDefinitions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a case strictly: every key of its structure is known, or the case is refused. */
final class CaseReader {
    private CaseReader() {}

    static ConformanceCase read(String file, JsonNode json) throws InvalidCase {
        CaseObject object = new CaseObject(file, json);
        object.nullableText("source");
        object.texts("tags");
        Optional<CaseObject> settings = object.object("project");
        Optional<CaseObject> definitions = object.object("property_definitions");
        ConformanceCase read =
                new ConformanceCase(
                        file,
                        object.text("id"),
                        settings.isEmpty()
                                ? CaseSettings.DEFAULT
                                : CaseSettings.read(settings.get()),
                        definitions.isEmpty()
                                ? PropertyDefinitions.none()
                                : CaseDefinitions.read(definitions.get()),
                        persons(object),
                        groups(object),
                        cohorts(object),
                        actions(object),
                        events(object),
                        RequestReader.read(object));
        object.end();
        return read;
    }

    private static List<CasePerson> persons(CaseObject object) throws InvalidCase {
        List<CasePerson> persons = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CaseObject person : object.objects("persons")) {
            List<String> distinctIds = person.texts("distinct_ids");
            if (distinctIds.isEmpty()) {
                throw person.wrong("distinct_ids", "at least one is required");
            }
            for (String distinctId : distinctIds) {
                checkFresh(taken, distinctId, person, "distinct_ids");
            }
            persons.add(new CasePerson(distinctIds, properties(person)));
            person.end();
        }
        return persons;
    }

    private static List<CaseGroup> groups(CaseObject object) throws InvalidCase {
        List<CaseGroup> groups = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CaseObject group : object.objects("groups")) {
            long type = group.integer("type_index");
            if (type < 0 || type > 4) {
                throw group.wrong("type_index", "not one of 0 to 4");
            }
            groups.add(new CaseGroup(type, group.text("key"), properties(group)));
            checkFresh(taken, type + " " + group.text("key"), group, "key");
            group.end();
        }
        return groups;
    }

    private static List<CaseCohort> cohorts(CaseObject object) throws InvalidCase {
        List<CaseCohort> cohorts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CaseObject cohort : object.objects("cohorts")) {
            cohorts.add(
                    new CaseCohort(
                            cohort.integer("id"),
                            cohort.nullableText("name").orElse(""),
                            cohort.flag("is_static"),
                            cohort.texts("static_distinct_ids"),
                            cohort.content("filters").orElseGet(CaseReader::nothing)));
            checkFresh(taken, Long.toString(cohort.integer("id")), cohort, "id");
            cohort.end();
        }
        return cohorts;
    }

    private static List<CaseAction> actions(CaseObject object) throws InvalidCase {
        List<CaseAction> actions = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CaseObject action : object.objects("actions")) {
            for (CaseObject step : action.objects("steps")) {
                checkStep(step);
            }
            actions.add(
                    new CaseAction(
                            action.integer("id"), action.text("name"), action.list("steps")));
            checkFresh(taken, Long.toString(action.integer("id")), action, "id");
            action.end();
        }
        return actions;
    }

    private static void checkStep(CaseObject step) throws InvalidCase {
        for (String key : List.of("event", "url", "selector", "tag_name", "text", "href")) {
            step.nullableText(key);
        }
        for (String key : List.of("url_matching", "text_matching", "href_matching")) {
            String matching = step.nullableText(key).orElse("exact");
            if (!Set.of("contains", "exact", "regex").contains(matching)) {
                throw step.wrong(key, "'%s' is no way to match".formatted(matching));
            }
        }
        step.list("properties");
        step.end();
    }

    private static List<CaseEvent> events(CaseObject object) throws InvalidCase {
        List<CaseEvent> events = new ArrayList<>();
        for (CaseObject event : object.objects("events")) {
            event.instant("timestamp");
            events.add(
                    new CaseEvent(
                            event.text("event"),
                            event.text("distinct_id"),
                            event.text("timestamp"),
                            properties(event),
                            event.optionalText("elements_chain").orElse("")));
            event.end();
        }
        return events;
    }

    // Two of one name would be kept as one.
    private static void checkFresh(Set<String> taken, String name, CaseObject object, String key)
            throws InvalidCase {
        if (!taken.add(name)) {
            throw object.wrong(key, "'%s' is taken".formatted(name));
        }
    }

    private static ObjectNode properties(CaseObject object) throws InvalidCase {
        return object.content("properties").orElseGet(CaseReader::nothing);
    }

    private static ObjectNode nothing() {
        return CaseJson.MAPPER.createObjectNode();
    }
}
