package dev.trendlake.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Address;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A value of the request and where it stood, so that whoever can't use it can say which one it was.
 */
record Field(JsonNode value, Address address) {
    private static final Set<String> TRUE_WORDS = Set.of("true", "t", "1", "yes", "y", "on");
    private static final Set<String> FALSE_WORDS = Set.of("false", "f", "0", "no", "n", "off", "");
    // Beyond what a double holds, and short enough to be written out.
    private static final int MAX_EXPONENT = 400;

    /** Checks that a text is one: half of a surrogate pair reaches no engine and no event. */
    Field {
        if (value.isTextual() && !UTF_8.newEncoder().canEncode(value.textValue())) {
            throw new InvalidRequest(
                    address.path(),
                    "must be text in Unicode; it holds one half of a surrogate pair without the"
                            + " other");
        }
    }

    /** Whether there is none, or JSON null. */
    boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    /** Whether there is none, JSON null or the empty text. */
    boolean isBlank() {
        return isAbsent() || (value.isTextual() && value.textValue().isEmpty());
    }

    Field member(String name) {
        return new Field(value.path(name), address.member(name));
    }

    /** The elements of a list; none when this is no list. */
    List<Field> elements() {
        List<Field> elements = new ArrayList<>();
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            elements.add(new Field(value.path(index), address.element(index)));
        }
        return elements;
    }

    /** The JSON that this text holds; this itself when it is no text or holds none. */
    Field decoded() {
        if (!value.isTextual()) {
            return this;
        }
        return RequestJson.parse(value.textValue())
                .map(json -> new Field(json, address))
                .orElse(this);
    }

    /** This as a text; numbers and truth values as JSON writes them. */
    String text() {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            return number().toPlainString();
        }
        if (value.isBoolean()) {
            return value.asText();
        }
        throw refused("must be a text");
    }

    /** This as a text; empty when there is none. */
    String textOrEmpty() {
        return isAbsent() ? "" : text();
    }

    /** This number as it was written. */
    BigDecimal number() {
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            throw refused("must be a finite number");
        }
        BigDecimal number = value.decimalValue();
        if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
            throw refused("must be a number of at most " + MAX_EXPONENT + " digits");
        }
        return number;
    }

    /** This as a number, also where a text holds it; empty for everything else. */
    Optional<BigDecimal> numberIfAny() {
        if (value.isNumber()) {
            return Optional.of(number());
        }
        if (!value.isTextual()) {
            return Optional.empty();
        }
        return NumberText.parse(value.textValue());
    }

    /** This as a whole number that fits an {@code int}, also as text; empty for the rest. */
    Optional<Integer> wholeNumberIfAny() {
        try {
            return numberIfAny().map(BigDecimal::intValueExact);
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** This as a whole number. */
    int wholeNumber() {
        return wholeNumberIfAny().orElseThrow(() -> refused("must be a whole number"));
    }

    /** This as true or false, also as one of the usual words; false when there is none. */
    boolean truth() {
        if (isAbsent()) {
            return false;
        }
        String word = text().strip().toLowerCase(Locale.ROOT);
        if (TRUE_WORDS.contains(word)) {
            return true;
        }
        if (FALSE_WORDS.contains(word)) {
            return false;
        }
        throw refused("'" + text() + "' is neither true nor false");
    }

    /** The error that says what is wrong with this. */
    InvalidRequest refused(String detail) {
        return new InvalidRequest(address.path(), detail);
    }
}
