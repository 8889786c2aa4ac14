package dev.trendlake.bench.stack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Events that look like a web site's, the same ones each time: about 700 bytes of JSON each. */
final class GeneratedEvents {
    private static final int PEOPLE_PER_DAY = 8;
    private static final List<String> EVENTS =
            List.of("$pageview", "$pageview", "$autocapture", "$pageleave", "signed up", "paid");
    private static final List<String> BROWSERS = List.of("Chrome", "Safari", "Firefox", "Edge");
    private static final List<String> SYSTEMS = List.of("Windows", "Mac OS X", "Linux", "iOS");
    private static final List<String> PLANS = List.of("free", "team", "pro", "enterprise");

    private final SplittableRandom random = new SplittableRandom(20_260_501);

    /**
     * Adds events of some days to a file of JSON lines.
     *
     * @param perDay how many events a day has; each person has eight of them
     */
    void write(Path file, LocalDate first, int days, int perDay) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (LocalDate day : first.datesUntil(first.plusDays(days)).toList()) {
                for (int i = 0; i < perDay; i++) {
                    lines.write(line(day, perDay / PEOPLE_PER_DAY));
                }
            }
        }
    }

    private String line(LocalDate day, int people) {
        UUID person = new UUID(7, random.nextInt(1, people + 1) * 0x9E3779B97F4A7C15L);
        Instant time =
                day.atStartOfDay(ZoneOffset.UTC)
                        .plusNanos(random.nextLong(86_400_000_000_000L))
                        .toInstant();
        return """
        {"uuid":"%s","event":"%s","distinct_id":"user-%s","person_id":"%s","timestamp":"%s",\
        "properties":{"$session_id":"%s","$current_url":"https://example.com/%s/%d?ref=%d",\
        "$browser":"%s","$browser_version":%d,"$os":"%s","$screen_width":%d,"$lib":"web",\
        "$device_id":"%s","price":%d},\
        "person_properties":{"email":"user-%d@example.com","plan":"%s","$initial_os":"%s"}}
        """
                .formatted(
                        uuid(),
                        any(EVENTS),
                        person,
                        person,
                        time,
                        uuid(),
                        any(PLANS),
                        random.nextInt(5_000),
                        random.nextInt(1_000_000),
                        any(BROWSERS),
                        random.nextInt(90, 140),
                        any(SYSTEMS),
                        random.nextInt(320, 3_840),
                        uuid(),
                        random.nextInt(10_000),
                        person.hashCode(),
                        any(PLANS),
                        any(SYSTEMS));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
