package dev.trendlake.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PollingScheduleTest {
    private final Random random = new Random();

    @RepeatedTest(20)
    void keepsPausesBetweenFourAndFiveFifthsOfTheirLength() {
        assertThat(PollingSchedule.STANDARD.pauseBefore(2, random))
                .isBetween(Duration.ofMillis(270), Duration.ofNanos(337_500_000));
    }

    @RepeatedTest(20)
    void growsNoLongerThanTheLongest() {
        assertThat(PollingSchedule.STANDARD.pauseBefore(1000, random))
                .isBetween(Duration.ofMillis(1600), Duration.ofSeconds(2));
    }

    @RepeatedTest(20)
    void leavesAllOfARepeatedCallsPauseToChance() {
        assertThat(Backoff.STANDARD.pauseAfter(2, random))
                .isBetween(Duration.ZERO, Duration.ofMillis(400));
    }

    @Test
    void refusesASchedule() {
        assertThatThrownBy(() -> new PollingSchedule(Duration.ZERO, 1.5, Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABackoffThatNeverCalls() {
        assertThatThrownBy(() -> new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
