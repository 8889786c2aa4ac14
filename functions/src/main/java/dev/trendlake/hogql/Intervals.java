package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code interval 1 day} and {@code interval '1 day'} as the function that they mean. */
final class Intervals {
    private static final Pattern COUNT_AND_UNIT = Pattern.compile("([0-9]{1,9}) ([a-z]+?)s?");

    private Intervals() {}

    static HogQlExpression of(HogQlExpression count, String unit, int position) {
        return new Call(functionOf(unit, position), position, count);
    }

    static HogQlExpression of(String text, int position) {
        Matcher matcher = COUNT_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new HogQlException(
                    "Unsupported interval: '%s'; write it like '7 days'".formatted(text), position);
        }
        BigDecimal count = new BigDecimal(matcher.group(1));
        return of(new NumberConstant(count, true, position), matcher.group(2), position);
    }

    private static String functionOf(String unit, int position) {
        Optional<TimeUnit> known =
                Arrays.stream(TimeUnit.values())
                        .filter(one -> one.word().equals(unit.toLowerCase(Locale.ROOT)))
                        .findFirst();
        return known.map(TimeUnit::intervalFunction)
                .orElseThrow(
                        () -> new HogQlException("Unsupported interval unit: " + unit, position));
    }
}
