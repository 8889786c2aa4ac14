package dev.trendlake.bench.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Events of ninety days, the same ones each time. There are 20 names of events, whose shares fall
 * as the 1.2th power of their rank: the first is 35 of a hundred, the sixth 4. Each event is done
 * by any of the people alike, at any time of its day alike, which is the hardest case for files
 * that are ordered by people: hardly anybody comes twice a day.
 *
 * <p>Properties are some 400 bytes. A fifth of the events has {@code utm_source}; the sixth name
 * alone has {@code price}.
 */
final class ExportedDays {
    static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    static final int DAYS = 90;
    static final int PEOPLE = 300_000;

    /** The event whose share is about four in a hundred; it has a price. */
    static final String PURCHASE = "event 06";

    /** The most frequent event. */
    static final String MOST_FREQUENT = "event 01";

    private static final int NAMES = 20;
    private static final double FALL = 1.2;
    private static final double[] SHARES = shares();
    private static final List<String> BROWSERS =
            List.of("Chrome", "Safari", "Mobile Safari", "Firefox", "Edge", "Samsung", "Opera");
    private static final List<String> SYSTEMS = List.of("Windows", "Mac OS X", "iOS", "Android");
    private static final List<String> DEVICES = List.of("Desktop", "Mobile", "Tablet");
    private static final List<String> SOURCES = List.of("google", "newsletter", "bing", "partner");
    private static final List<String> PLANS = List.of("free", "team", "pro");
    private static final long DAY_MILLISECONDS = 86_400_000;
    private static final int FIFTH = 5;
    private static final int PRICED = 6;
    private static final int PAGES = 2_000;

    private final int perDay;

    /** Takes how many events a day has. */
    ExportedDays(int perDay) {
        this.perDay = perDay;
    }

    /** The days, in their order. */
    static List<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS)).toList();
    }

    /** The events of a day, in no order. */
    Stream<ExportedEvent> of(LocalDate day) {
        SplittableRandom random = new SplittableRandom(day.toEpochDay());
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return IntStream.range(0, perDay).mapToObj(_ -> event(start, random));
    }

    private static ExportedEvent event(Instant start, SplittableRandom random) {
        int name = name(random.nextDouble());
        int person = random.nextInt(PEOPLE);
        Instant time = start.plusMillis(random.nextLong(DAY_MILLISECONDS));
        return new ExportedEvent(
                "event %s%d".formatted(name < 10 ? "0" : "", name),
                time,
                "user-" + person,
                new UUID(mixed(person), mixed(~person)).toString(),
                uuid(time, random),
                "{\"email\":\"user-%d@example.com\",\"plan\":\"%s\",\"company\":\"company %d\"}"
                        .formatted(person, PLANS.get(person % PLANS.size()), person % 5_000),
                properties(name, random));
    }

    private static String properties(int name, SplittableRandom random) {
        int page = skewed(PAGES, random);
        StringBuilder json = new StringBuilder(480);
        json.append("{\"$browser\":\"").append(any(BROWSERS, random));
        json.append("\",\"$browser_version\":").append(random.nextInt(90, 140));
        json.append(",\"$os\":\"").append(any(SYSTEMS, random));
        json.append("\",\"$device_type\":\"").append(any(DEVICES, random));
        json.append("\",\"$current_url\":\"https://shop.example/page/").append(page);
        json.append("?visit=").append(random.nextInt(1_000_000));
        json.append("\",\"$pathname\":\"/page/").append(page);
        json.append("\",\"$host\":\"shop.example\",\"$referring_domain\":\"$direct\"");
        json.append(",\"$screen_width\":").append(random.nextInt(320, 3_840));
        json.append(",\"$lib\":\"web\",\"$lib_version\":\"1.449.2\",\"$session_id\":\"");
        json.append(new UUID(random.nextLong(), random.nextLong()));
        json.append("\",\"$insert_id\":\"").append(Long.toHexString(random.nextLong()));
        if (random.nextInt(FIFTH) == 0) {
            json.append("\",\"utm_source\":\"").append(any(SOURCES, random));
        }
        json.append('"');
        if (name == PRICED) {
            json.append(",\"price\":").append(random.nextInt(1, 40_000) / 4.0);
        }
        return json.append('}').toString();
    }

    private static int name(double share) {
        int name = 0;
        while (share > SHARES[name]) {
            name++;
        }
        return name + 1;
    }

    private static double[] shares() {
        double[] sums = new double[NAMES];
        double sum = 0;
        for (int i = 0; i < NAMES; i++) {
            sum += Math.pow(i + 1.0, -FALL);
            sums[i] = sum;
        }
        for (int i = 0; i < NAMES; i++) {
            sums[i] /= sum;
        }
        return sums;
    }

    // The first are chosen far more often than the last.
    private static int skewed(int choices, SplittableRandom random) {
        double share = random.nextDouble();
        return (int) (share * share * choices);
    }

    private static String any(List<String> choices, SplittableRandom random) {
        return choices.get(skewed(choices.size(), random));
    }

    private static long mixed(long value) {
        long mixed = (value + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    // Version 7, as PostHog's SDKs make them: the time comes first.
    private static String uuid(Instant time, SplittableRandom random) {
        long high = (time.toEpochMilli() << 16) | 0x7000 | random.nextInt(1 << 12);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
