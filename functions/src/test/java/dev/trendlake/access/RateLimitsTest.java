package dev.trendlake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.trendlake.error.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations from spec: HTTP, 4. */
class RateLimitsTest {
    private static final KeyHash KEY = KeyHash.of("phx_of_a_test");
    private static final Instant NOW = Instant.parse("2026-11-27T10:20:30Z");

    private long written;
    private long writes;

    @Test
    void admitsAsManyAsTheLimitSays() {
        RateLimits limits = limits(3, 0);

        assertThatNoException().isThrownBy(() -> limits.admit(KEY, new Usage(2, 2), NOW));
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> limits.admit(KEY, new Usage(3, 3), NOW));
    }

    @ParameterizedTest
    @CsvSource({"3, 0, PT30S", "0, 3, PT39M30S", "3, 3, PT39M30S"})
    void tellsWhenTheWindowIsOver(long perMinute, long perHour, Duration rest) {
        RateLimits limits = limits(perMinute, perHour);

        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> limits.admit(KEY, new Usage(3, 3), NOW))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(rest));
    }

    @Test
    void countsNothingWithoutLimits() {
        RateLimits limits = limits(0, 0);

        try (RateLimits.Allowance allowance = limits.admit(KEY, new Usage(9, 9), NOW)) {
            allowance.takeToCompute();
        }

        assertThat(writes).isZero();
    }

    @Test
    void countsOnceBeforeSomethingIsComputed() {
        try (RateLimits.Allowance allowance = limits(240, 1200).admit(KEY, Usage.none(), NOW)) {
            allowance.takeToCompute();
        }

        assertThat(written).isEqualTo(1);
    }

    @Test
    void refusesToComputeWhatOthersHaveTakenMeanwhile() {
        RateLimits limits = new RateLimits(3, 0, (_, _, _) -> Optional.of(new Usage(4, 4)));

        try (RateLimits.Allowance allowance = limits.admit(KEY, new Usage(2, 2), NOW)) {
            assertThatExceptionOfType(TooManyRequests.class).isThrownBy(allowance::takeToCompute);
        }
    }

    // A twenty-fourth of the smaller limit: ten of 240, two of 48.
    @ParameterizedTest
    @CsvSource({"240, 1200, 10", "1000, 48, 2", "3, 0, 1"})
    void writesKnownAnswersSomeAtATime(long perMinute, long perHour, long atOnce) {
        RateLimits limits = limits(perMinute, perHour);

        for (long request = 1; request < atOnce; request++) {
            limits.admit(KEY, Usage.none(), NOW).close();
        }
        long before = writes;
        limits.admit(KEY, Usage.none(), NOW).close();

        assertThat(before).isZero();
        assertThat(writes).isEqualTo(1);
        assertThat(written).isEqualTo(atOnce);
    }

    @Test
    void remembersWhatIsNotWrittenYet() {
        RateLimits limits = limits(240, 0);
        limits.admit(KEY, Usage.none(), NOW).close();

        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> limits.admit(KEY, new Usage(239, 239), NOW));
    }

    private RateLimits limits(long perMinute, long perHour) {
        return new RateLimits(
                perMinute,
                perHour,
                (_, _, requests) -> {
                    writes++;
                    written += requests;
                    return Optional.of(new Usage(written, written));
                });
    }
}
