package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelativeDateTest {
    private static final String UNITS = "hdwmqyMs";
    private static final String[] EDGES = {"", "Start", "End"};

    @Test
    void countsBackWhateverStandsAround() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            char unit = UNITS.charAt(random.nextInt(UNITS.length()));
            int count = random.nextInt(400);
            String edge = EDGES[random.nextInt(EDGES.length)];
            LocalDateTime now = moment(random);
            String text = noise(random) + sign(random) + count + unit + edge;
            RelativeDate date = RelativeDate.find(text).orElseThrow();

            assertThat(date.before(now))
                    .as("seed %d, %s before %s", seed, text, now)
                    .isEqualTo(expected(unit, count, edge, now));
        }
    }

    // Written with other means than the code: amounts of time in place of one method per unit.
    private static LocalDateTime expected(char unit, int count, String edge, LocalDateTime now) {
        LocalDateTime moved =
                switch (unit) {
                    case 'h' -> now.minus(count * 3_600L, ChronoUnit.SECONDS);
                    case 'd' -> now.minus(Period.ofDays(count));
                    case 'w' -> now.minus(Period.ofDays(7 * count));
                    case 'q' -> now.minus(Period.ofDays(91 * count));
                    case 'm' -> now.minus(Period.ofMonths(count));
                    case 'y' -> now.minus(Period.ofMonths(12 * count));
                    case 'M' -> now.minus(count * 60L, ChronoUnit.SECONDS);
                    default -> now.minus(count, ChronoUnit.SECONDS);
                };
        return switch (unit + edge) {
            case "hStart" -> moved.withMinute(0).withSecond(0).withNano(0);
            case "hEnd" -> moved.withMinute(59).withSecond(59).withNano(999_999_000);
            case "dStart" -> moved.withHour(0).withMinute(0).withSecond(0).withNano(0);
            case "dEnd" -> moved.withHour(23).withMinute(59).withSecond(59).withNano(999_999_000);
            case "mStart" -> moved.withDayOfMonth(1);
            case "yStart" -> moved.withMonth(1).withDayOfMonth(1);
            case "mEnd", "yEnd" -> lastDay(moved);
            default -> moved;
        };
    }

    private static LocalDateTime lastDay(LocalDateTime time) {
        LocalDateTime day = time;
        while (day.plusDays(1).getMonth() == time.getMonth()) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDateTime moment(Random random) {
        return LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(random.nextInt(1_000_000_000));
    }

    private static String sign(Random random) {
        return new String[] {"", "-", "+"}[random.nextInt(3)];
    }

    private static String noise(Random random) {
        return new String[] {"", " ", "(", "x ", "0. "}[random.nextInt(5)];
    }
}
