package dev.trendlake.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of EventBridge Scheduler; 2026-11-27 is a Friday. */
final class ScheduleExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 hour)          | 2026-11-27T08:10:30Z | 2026-11-27T09:10:30Z",
                "rate(5 minutes)       | 2026-11-27T08:10:30Z | 2026-11-27T08:15:30Z",
                "rate(2 days)          | 2026-11-27T08:10:30Z | 2026-11-29T08:10:30Z",
                "cron(0 3 * * ? *)     | 2026-11-27T08:10:30Z | 2026-11-28T03:00:00Z",
                "cron(0 3 * * ? *)     | 2026-11-27T03:00:00Z | 2026-11-28T03:00:00Z",
                "cron(0/15 * * * ? *)  | 2026-11-27T08:10:30Z | 2026-11-27T08:15:00Z",
                "cron(5,35 8-9 * * ? *) | 2026-11-27T08:36:00Z | 2026-11-27T09:05:00Z",
                "cron(0 0 1 * ? *)     | 2026-11-27T08:10:30Z | 2026-12-01T00:00:00Z",
                "cron(0 0 ? * 2 *)     | 2026-11-27T08:10:30Z | 2026-11-30T00:00:00Z",
                "cron(30 12 29 2 ? *)  | 2026-11-27T08:10:30Z | 2028-02-29T12:30:00Z",
            })
    void tellsTheNextTime(String expression, Instant after, Instant next) {
        assertThat(ScheduleExpression.parse(expression).after(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(0 hours)",
                "rate(1 week)",
                "cron(0 3 * * ?)",
                "cron(0 3 * * * *)",
                "cron(0 24 * * ? *)",
                "cron(0 0 L * ? *)",
                "at(2026-11-27T08:00:00)",
            })
    void refusesWhatIsNoExpressionOrNotKnownHere(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
