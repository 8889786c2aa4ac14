package dev.trendlake.plan;

import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.trend.FilterValue;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A filter's value as the type of the property that it is compared with: a text becomes a number
 * where the property is one (spec: trends, 4.1).
 *
 * @param type the property's type
 * @param zone in which times without offset are meant
 */
record ComparedValue(PropertyType type, ZoneId zone) {
    /** The value in the property's type; empty when no value of that type can be meant. */
    Optional<SqlExpression> as(FilterValue value) {
        return switch (type) {
            case STRING, DURATION -> Optional.of(textOrInstant(value));
            case NUMERIC -> number(value).map(Decimal::new);
            case BOOLEAN -> truth(value).map(Truth::new);
            case DATE_TIME -> WireTime.unixSeconds(text(value), zone).map(Decimal::new);
        };
    }

    /** The value is a time with an offset, with which a text is compared as a time (4.3). */
    boolean isInstant(FilterValue value) {
        return instant(value).isPresent();
    }

    private SqlExpression textOrInstant(FilterValue value) {
        return instant(value).<SqlExpression>map(Decimal::new).orElse(new Text(text(value)));
    }

    private Optional<BigDecimal> instant(FilterValue value) {
        return switch (type) {
            case STRING, DURATION ->
                    value instanceof FilterValue.Text(var text)
                            ? WireTime.unixSecondsOfInstant(text)
                            : Optional.empty();
            case NUMERIC, BOOLEAN, DATE_TIME -> Optional.empty();
        };
    }

    /** The value as a text. */
    static String text(FilterValue value) {
        return switch (value) {
            case FilterValue.Text(var text) -> text;
            case FilterValue.Numeric(var number) -> number.toPlainString();
            case FilterValue.Truth(var truth) -> Boolean.toString(truth);
            case FilterValue.Nothing() -> "";
            case FilterValue.Many many ->
                    throw new IllegalArgumentException("a list where one value is due: " + many);
        };
    }

    /** The value as a number; empty when it is none. */
    static Optional<BigDecimal> number(FilterValue value) {
        if (value instanceof FilterValue.Numeric(var number)) {
            return Optional.of(number);
        }
        if (value instanceof FilterValue.Truth(var truth)) {
            return Optional.of(truth ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        try {
            return Optional.of(new BigDecimal(text(value).strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(FilterValue value) {
        return switch (text(value)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
