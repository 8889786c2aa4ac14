package dev.trendlake.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When EventBridge Scheduler calls something. */
public sealed interface ScheduleExpression {
    /** The first time after another. */
    Instant after(Instant time);

    /**
     * Reads {@code rate(1 hour)} or {@code cron(15 3 * * ? *)}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static ScheduleExpression parse(String text) {
        Matcher rate = Rate.FORM.matcher(text);
        if (rate.matches()) {
            return Rate.of(Integer.parseInt(rate.group(1)), rate.group(2));
        }
        Matcher cron = Cron.FORM.matcher(text);
        if (cron.matches()) {
            return new Cron(CronFields.parse(cron.group(1)));
        }
        throw new IllegalArgumentException(
                "'" + text + "' is neither like rate(1 hour) nor like cron(0 3 * * ? *)");
    }

    /** Again and again, beginning one period after the start. */
    record Rate(Duration period) implements ScheduleExpression {
        private static final Pattern FORM =
                Pattern.compile("rate\\(([1-9]\\d{0,5}) (minute|hour|day)s?\\)");

        private static Rate of(int number, String unit) {
            return new Rate(
                    switch (unit) {
                        case "minute" -> Duration.ofMinutes(number);
                        case "hour" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    });
        }

        @Override
        public Instant after(Instant time) {
            return time.plus(period);
        }
    }

    /** At minutes of the calendar, in UTC. */
    record Cron(CronFields fields) implements ScheduleExpression {
        private static final Pattern FORM = Pattern.compile("cron\\(([^()]+)\\)");

        @Override
        public Instant after(Instant time) {
            return fields.after(time);
        }
    }
}
