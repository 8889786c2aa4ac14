package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;
import static dev.trendlake.hogql.Sql.cast;

import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.LocalTime;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times written as text. Without an offset they are meant in a zone. */
final class InstantText {
    static final Text MICROSECONDS = new Text("%Y-%m-%d %H:%i:%s.%f");
    static final Text SECONDS = new Text("%Y-%m-%d %H:%i:%s");

    private static final Text OFFSET_AT_END = new Text("[0-9]T.*(Z|[+-][0-9]{2}:?[0-9]{2})$");
    private static final Text UNIX_SECONDS = new Text("^[0-9]{9,10}([.][0-9]+)?$");

    private static final DateTimeFormatter WRITTEN =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendPattern("[XXX][X]")
                    .toFormatter(Locale.ROOT);

    private InstantText() {}

    /** The instant that a text names; NULL when it names none. */
    static SqlExpression parse(SqlExpression text, ZoneId zone) {
        if (text instanceof Text(var written)) {
            Optional<Instant> instant = instant(written.strip(), zone);
            if (instant.isPresent()) {
                return new LocalTime(new Timestamp(instant.get()), zone.getId());
            }
        }
        SqlExpression iso =
                call(SqlFunction.REGEXP_REPLACE, text, new Text("^(\\S+) "), new Text("$1T"));
        return Let.be(iso, "written_time", written -> parsed(written, zone));
    }

    private static SqlExpression parsed(SqlExpression written, ZoneId zone) {
        SqlExpression zoneName = new Text(zone.getId());
        SqlExpression read = call(SqlFunction.FROM_ISO8601_TIMESTAMP, written);
        SqlExpression local =
                call(SqlFunction.WITH_TIMEZONE, cast(read, SqlType.TIMESTAMP), zoneName);
        SqlExpression seconds =
                call(SqlFunction.FROM_UNIXTIME, cast(written, SqlType.DOUBLE), zoneName);
        return call(
                SqlFunction.TRY,
                new Case(
                        List.of(
                                new When(
                                        matches(written, OFFSET_AT_END),
                                        call(SqlFunction.AT_TIMEZONE, read, zoneName)),
                                new When(matches(written, UNIX_SECONDS), seconds)),
                        local));
    }

    private static SqlExpression matches(SqlExpression text, Text pattern) {
        return call(SqlFunction.REGEXP_LIKE, text, pattern);
    }

    private static Optional<Instant> instant(String written, ZoneId zone) {
        try {
            TemporalAccessor time =
                    WRITTEN.parseBest(
                            written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            ZonedDateTime zoned =
                    switch (time) {
                        case OffsetDateTime offset -> offset.atZoneSameInstant(zone);
                        case LocalDateTime local -> local.atZone(zone);
                        case LocalDate day -> day.atStartOfDay(zone);
                        default -> throw new IllegalStateException(time.toString());
                    };
            return Optional.of(zoned.toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
