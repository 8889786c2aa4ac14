package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A field of a body that changes something, read in the manner and with the words of Django REST
 * framework, whose errors PostHog's clients know.
 */
record BodyField(Field field) {
    private static final Set<String> TRUE_WORDS = Set.of("true", "t", "1", "yes", "y", "on");
    private static final Set<String> FALSE_WORDS = Set.of("false", "f", "0", "no", "n", "off");

    /** A member of a body. */
    static BodyField of(ObjectNode body, String name) {
        return new BodyField(new Field(body.path(name), new Address(name)));
    }

    BodyField member(String name) {
        return new BodyField(field.member(name));
    }

    /** Whether the body says nothing of it, not even null. */
    boolean isMissing() {
        return field.value().isMissingNode();
    }

    /** Whether it is missing or null. */
    boolean isAbsent() {
        return field.isAbsent();
    }

    /** A text without blanks around it, of at most so many characters, which may not be empty. */
    String name(int mostCharacters) {
        if (isMissing()) {
            throw refused("required", "This field is required.");
        }
        String text = textOrBlank(mostCharacters);
        if (text.isEmpty()) {
            throw refused("blank", "This field may not be blank.");
        }
        return text;
    }

    /** A text without blanks around it, of at most so many characters. */
    String textOrBlank(int mostCharacters) {
        String text = text().strip();
        if (text.codePointCount(0, text.length()) > mostCharacters) {
            throw refused(
                    "max_length",
                    "Ensure this field has no more than %d characters.".formatted(mostCharacters));
        }
        return text;
    }

    /** A text as it is, which may not be empty. */
    String textAsItIs() {
        String text = text();
        if (text.isEmpty()) {
            throw refused("blank", "This field may not be blank.");
        }
        return text;
    }

    /** One of some words. */
    String choice(List<String> words) {
        String word = text();
        if (!words.contains(word)) {
            throw refused("invalid_choice", "\"%s\" is not a valid choice.".formatted(word));
        }
        return word;
    }

    /** True or false. */
    boolean truth() {
        String word = text().strip().toLowerCase(Locale.ROOT);
        if (TRUE_WORDS.contains(word)) {
            return true;
        }
        if (FALSE_WORDS.contains(word)) {
            return false;
        }
        throw field.refused("Must be a valid boolean.");
    }

    /** The elements of a list, or of the list that a text holds. */
    List<BodyField> elements() {
        requireValue();
        Field list = field.decoded();
        if (!list.value().isArray()) {
            throw refused(
                    "not_a_list",
                    "Expected a list of items but got type \"%s\".".formatted(typeOf(list)));
        }
        List<BodyField> elements = new ArrayList<>();
        list.elements().forEach(element -> elements.add(new BodyField(element)));
        return elements;
    }

    /** This object, or the object that a text holds. */
    ObjectNode object() {
        requireValue();
        Field object = field.decoded();
        if (object.value() instanceof ObjectNode node) {
            return node;
        }
        throw field.refused(
                "Invalid data. Expected a dictionary, but got %s.".formatted(typeOf(object)));
    }

    InvalidRequest refused(String code, String detail) {
        return new InvalidRequest(field.address().path(), code, detail);
    }

    private String text() {
        requireValue();
        if (field.value().isContainerNode()) {
            throw field.refused("Not a valid string.");
        }
        return field.text();
    }

    private void requireValue() {
        if (isAbsent()) {
            throw refused("null", "This field may not be null.");
        }
    }

    // As Python calls them.
    private static String typeOf(Field field) {
        return switch (field.value().getNodeType()) {
            case OBJECT, POJO -> "dict";
            case ARRAY -> "list";
            case STRING, BINARY -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> field.value().isIntegralNumber() ? "int" : "float";
            case NULL, MISSING -> "NoneType";
        };
    }
}
