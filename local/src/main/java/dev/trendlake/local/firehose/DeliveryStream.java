package dev.trendlake.local.firehose;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Firehose stream into S3, under gzip.
 *
 * @param name its physical name
 * @param bucket where its objects go
 * @param prefix what their keys begin with; a time in it is written as <code>
 *     !{timestamp:yyyy/MM/dd}</code>, in UTC
 * @param extension what their keys end with
 */
public record DeliveryStream(String name, String bucket, String prefix, String extension) {
    private static final Pattern TIME = Pattern.compile("!\\{timestamp:([^}]*)}");
    private static final Pattern PLACE = Pattern.compile("!\\{[^}]*}");
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);

    /** Refuses places of the prefix that have no meaning here. */
    public DeliveryStream {
        if (PLACE.matcher(TIME.matcher(prefix).replaceAll("")).find()) {
            throw new IllegalArgumentException("prefix '" + prefix + "'");
        }
    }

    /** The key of an object that is written at a time. */
    String keyAt(Instant time) {
        String start =
                TIME.matcher(prefix)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(
                                        DateTimeFormatter.ofPattern(match.group(1))
                                                .withZone(ZoneOffset.UTC)
                                                .format(time)));
        return "%s%s-1-%s-%s%s"
                .formatted(start, name, IN_NAMES.format(time), UUID.randomUUID(), extension);
    }
}
