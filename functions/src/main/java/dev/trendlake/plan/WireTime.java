package dev.trendlake.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Times as filters give them: ISO 8601, with an offset or local to the project. */
final class WireTime {
    private WireTime() {}

    /** The time in seconds since 1970 UTC; empty when the text is none. */
    static Optional<BigDecimal> unixSeconds(String text, ZoneId zone) {
        return parse(text.strip().replace(' ', 'T'), zone)
                .map(time -> BigDecimal.valueOf(time.toInstant().toEpochMilli(), 3));
    }

    private static Optional<ZonedDateTime> parse(String text, ZoneId zone) {
        try {
            if (text.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone));
            }
            boolean hasOffset = text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})$");
            return Optional.of(
                    hasOffset
                            ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
                            : LocalDateTime.parse(text).atZone(zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
