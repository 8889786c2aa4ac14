package dev.trendlake.bench.stack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Events of a shop, the same ones each time: ten kinds, people of whom some come often and most
 * seldom, who visit in sessions and of whom some belong to a company.
 */
final class ShopEvents {
    /** Names by their share: ten in a hundred events are {@code $pageleave}, and so on. */
    private static final List<Kind> KINDS =
            List.of(
                    new Kind("$pageview", 40),
                    new Kind("$autocapture", 65),
                    new Kind("$pageleave", 75),
                    new Kind("view item", 84),
                    new Kind("add to cart", 89),
                    new Kind("search", 93),
                    new Kind("purchase", 95),
                    new Kind("sign up", 96),
                    new Kind("$identify", 98),
                    new Kind("$feature_flag_called", 100));

    private static final List<String> BROWSERS =
            List.of("Chrome", "Chrome", "Chrome", "Safari", "Mobile Safari", "Firefox", "Edge");
    private static final List<String> SYSTEMS = List.of("Windows", "Mac OS X", "Linux", "iOS");
    private static final List<String> DEVICES = List.of("Desktop", "Desktop", "Mobile", "Tablet");
    private static final List<String> PLANS = List.of("free", "free", "free", "team", "pro");
    private static final List<String> COUNTRIES = List.of("DE", "US", "FR", "GB", "IN", "BR");
    private static final int LONGEST_SESSION = 16;
    private static final int LONGEST_PAUSE_MILLISECONDS = 180_000;
    private static final long LAST_START_MILLISECONDS = 86_400_000;

    private final SplittableRandom random = new SplittableRandom(20_260_729);
    private final int people;

    /** Takes how many people there are at most. */
    ShopEvents(int people) {
        this.people = people;
    }

    /**
     * Writes the events of some days as JSON lines. A session may end after midnight.
     *
     * @param perDay how many events begin with a session of that day
     */
    void write(Path file, LocalDate first, int days, int perDay) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (LocalDate day : first.datesUntil(first.plusDays(days)).toList()) {
                int written = 0;
                while (written < perDay) {
                    int length = Math.min(random.nextInt(1, LONGEST_SESSION + 1), perDay - written);
                    session(lines, day, length);
                    written += length;
                }
            }
        }
    }

    private void session(BufferedWriter lines, LocalDate day, int length) throws IOException {
        // The square makes the first people frequent guests.
        double share = random.nextDouble();
        int person = (int) (share * share * people);
        String session = uuid().toString();
        String browser = any(BROWSERS);
        Instant time =
                day.atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plusMillis(random.nextLong(LAST_START_MILLISECONDS));
        for (int i = 0; i < length; i++) {
            lines.write(line(person, session, browser, time));
            time = time.plusMillis(random.nextInt(1, LONGEST_PAUSE_MILLISECONDS));
        }
    }

    private String line(int person, String session, String browser, Instant time) {
        String kind = kind();
        UUID id = new UUID(7, (person + 1) * 0x9E3779B97F4A7C15L);
        int page = random.nextInt(300);
        return """
        {"uuid":"%s","event":"%s","distinct_id":"user-%d","person_id":"%s","timestamp":"%s",\
        "properties":{"$session_id":"%s",%s"$current_url":"https://shop.example/page/%d?ref=%d",\
        "$pathname":"/page/%d","$browser":"%s","$browser_version":%d,"$os":"%s",\
        "$device_type":"%s","$screen_width":%d,"$lib":"web","$referring_domain":"$direct"%s},\
        "person_properties":{"email":"user-%d@example.com","plan":"%s","country":"%s"}}
        """
                .formatted(
                        uuid(),
                        kind,
                        person,
                        id,
                        time,
                        session,
                        company(person),
                        page,
                        random.nextInt(100_000),
                        page,
                        browser,
                        random.nextInt(90, 140),
                        any(SYSTEMS),
                        any(DEVICES),
                        random.nextInt(320, 3_840),
                        price(kind),
                        person,
                        PLANS.get(person % PLANS.size()),
                        COUNTRIES.get(person % COUNTRIES.size()));
    }

    private String kind() {
        int share = random.nextInt(100);
        return KINDS.stream().filter(kind -> share < kind.upTo()).findFirst().orElseThrow().name();
    }

    private static String company(int person) {
        return person % 5 < 2 ? "" : "\"$group_0\":\"company-%d\",".formatted(person % 2_000);
    }

    // Quarters are exact in every notation, so that sums agree however they are added up.
    private String price(String kind) {
        return switch (kind) {
            case "purchase", "add to cart", "view item" ->
                    String.format(Locale.ROOT, ",\"price\":%.2f", random.nextInt(1, 20_000) / 4.0);
            default -> "";
        };
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private record Kind(String name, int upTo) {}
}
