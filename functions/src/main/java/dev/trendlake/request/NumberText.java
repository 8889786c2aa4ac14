package dev.trendlake.request;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers inside texts. */
final class NumberText {
    private static final Pattern DECIMAL =
            Pattern.compile(
                    "[+-]?([0-9]{1,300}([.][0-9]{0,300})?|[.][0-9]{1,300})([eE][+-]?[0-9]{1,2})?");

    private NumberText() {}

    /** The number that a text is, blanks around it aside; empty when it is none. */
    static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        return DECIMAL.matcher(stripped).matches()
                ? Optional.of(new BigDecimal(stripped))
                : Optional.empty();
    }
}
