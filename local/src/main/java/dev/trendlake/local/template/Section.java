package dev.trendlake.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of the template at its address. Values are resolved when they are asked for, so that what
 * one machine doesn't need (policies, alarms) may say what it likes.
 */
final class Section {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String address;
    private final Map<?, ?> members;
    private final Intrinsics intrinsics;

    Section(String address, Map<?, ?> members, Intrinsics intrinsics) {
        this.address = address;
        this.members = members;
        this.intrinsics = intrinsics;
    }

    /** The address of a member, for errors. */
    String addressOf(String name) {
        return address.isEmpty() ? name : address + "." + name;
    }

    /** The names of the members, in the order of the file. */
    List<String> names() {
        return members.keySet().stream().map(String::valueOf).toList();
    }

    /** Whether there is such a member. */
    boolean has(String name) {
        return find(name) != null;
    }

    /** A text that must be there; numbers and booleans are texts too, as in CloudFormation. */
    String text(String name) {
        Object value = find(name);
        if (value == null) {
            throw new InvalidTemplate(addressOf(name), "is missing");
        }
        return textOf(addressOf(name), value);
    }

    /** A text, or what to take without one. */
    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** A whole number, or what to take without one. */
    long number(String name, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new InvalidTemplate(
                    addressOf(name), "'" + text(name) + "' is not a whole number");
        }
    }

    /** A boolean, false when absent. */
    boolean flag(String name) {
        return has(name) && Boolean.parseBoolean(text(name));
    }

    /** A map; an empty one when absent. */
    Section section(String name) {
        Object value = find(name);
        if (value == null) {
            return new Section(addressOf(name), Map.of(), intrinsics);
        }
        return sectionOf(addressOf(name), value);
    }

    /** A list of maps; an empty one when absent. */
    List<Section> sections(String name) {
        Object value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new InvalidTemplate(addressOf(name), "is not a list");
        }
        List<Section> sections = new ArrayList<>();
        for (Object item : list) {
            sections.add(sectionOf(addressOf(name) + "." + sections.size(), item));
        }
        return sections;
    }

    /** A list of texts; an empty one when absent. */
    List<String> list(String name) {
        Object value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new InvalidTemplate(addressOf(name), "is not a list");
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            texts.add(intrinsics.text(addressOf(name) + "." + texts.size(), item));
        }
        return texts;
    }

    /** All members as texts, in the order of the file. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names()) {
            if (has(name)) {
                texts.put(name, text(name));
            }
        }
        return texts;
    }

    /** A member with everything in it resolved, as JSON; null's node when absent. */
    JsonNode tree(String name) {
        Object raw = members.get(name);
        Object resolved = raw == null ? null : intrinsics.resolveAll(addressOf(name), raw);
        return MAPPER.valueToTree(resolved);
    }

    private Section sectionOf(String at, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Section(at, map, intrinsics);
        }
        throw new InvalidTemplate(at, "is not a map");
    }

    private static String textOf(String at, Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new InvalidTemplate(at, "is not a text");
        }
        return value.toString();
    }

    private @Nullable Object find(String name) {
        Object raw = members.get(name);
        return raw == null ? null : intrinsics.resolve(addressOf(name), raw);
    }
}
