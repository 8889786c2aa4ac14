package dev.trendlake.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as filters give them: ISO 8601, with an offset or local to the project. */
final class WireTime {
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}(:?[0-9]{2})?)");

    private WireTime() {}

    /** The time in seconds since 1970 UTC; empty when the text is none. */
    static Optional<BigDecimal> unixSeconds(String text, ZoneId zone) {
        Optional<BigDecimal> instant = unixSecondsOfInstant(text);
        return instant.isPresent() ? instant : local(normal(text), zone);
    }

    /** The same, of a date with a time of day and an offset alone. */
    static Optional<BigDecimal> unixSecondsOfInstant(String text) {
        String normal = normal(text);
        if (!INSTANT.matcher(normal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(seconds(OffsetDateTime.parse(withColon(normal)).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> local(String text, ZoneId zone) {
        try {
            return Optional.of(
                    seconds(
                            text.indexOf('T') < 0
                                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                                    : LocalDateTime.parse(text).atZone(zone).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String normal(String text) {
        return text.strip().replace(' ', 'T');
    }

    // ISO 8601 has +0530 and +05, too.
    private static String withColon(String text) {
        return text.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }
}
