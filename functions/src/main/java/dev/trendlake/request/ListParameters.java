package dev.trendlake.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a list, as its query string has them: Django's words for truth, lists as JSON
 * or with commas.
 */
final class ListParameters {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
    private static final Set<String> NOTHING = Set.of("", "null", "none");

    private final ObjectNode query;

    ListParameters(ObjectNode query) {
        this.query = query;
    }

    /** The text of a parameter; empty without one. */
    String text(String name) {
        return query.path(name).asText("");
    }

    /**
     * Whether something is wanted; empty when the parameter doesn't say.
     *
     * @throws InvalidRequest when it says neither
     */
    Optional<Boolean> truth(String name) {
        String word = text(name).toLowerCase(Locale.ROOT);
        if (NOTHING.contains(word)) {
            return Optional.empty();
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return Optional.of(TRUE.contains(word));
        }
        throw new InvalidRequest(name, "Must be a valid boolean.");
    }

    /** The words of a search, in lower case: a name matches that contains all of them. */
    List<String> search() {
        return Arrays.stream(text("search").toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> word.replace("\0", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Names with commas between them; none without the parameter. */
    Set<String> names(String name) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(text(name).split(",", -1)));
        names.remove("");
        return names;
    }

    /**
     * Names in a JSON list; none without the parameter.
     *
     * @throws InvalidRequest when it is no list of texts
     */
    Set<String> jsonNames(String name) {
        if (text(name).isEmpty()) {
            return Set.of();
        }
        List<String> names = new ArrayList<>();
        JsonNode list = json(name);
        list.forEach(one -> names.add(one.asText()));
        if (!list.isArray() || names.size() != texts(list)) {
            throw noList(name);
        }
        return new LinkedHashSet<>(names);
    }

    private static int texts(JsonNode list) {
        int texts = 0;
        for (JsonNode one : list) {
            texts += one.isTextual() ? 1 : 0;
        }
        return texts;
    }

    private JsonNode json(String name) {
        try {
            return MAPPER.readTree(text(name));
        } catch (JsonProcessingException e) {
            throw noList(name);
        }
    }

    private static InvalidRequest noList(String name) {
        return new InvalidRequest(name, "Send a list of names as JSON: [\"first\", \"second\"].");
    }
}
