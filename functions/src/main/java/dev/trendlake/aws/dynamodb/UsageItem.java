package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.KeyHash;
import dev.trendlake.access.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the requests of a key in an hour are counted in the table of results: one item, with a number
 * for the hour and one for each of its minutes.
 */
final class UsageItem {
    static final String HOUR = "in_hour";

    private static final DateTimeFormatter HOUR_NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE_NAME =
            DateTimeFormatter.ofPattern("'in_minute_'mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UsageItem() {}

    static Map<String, AttributeValue> keyOf(KeyHash key, Instant now) {
        return Map.of(
                "project", Values.text("usage#" + key.text()),
                "query_key", Values.text(HOUR_NAME.format(now)));
    }

    static String minuteOf(Instant now) {
        return MINUTE_NAME.format(now);
    }

    static Usage read(Item item, Instant now) {
        return new Usage(item.number(minuteOf(now)), item.number(HOUR));
    }
}
