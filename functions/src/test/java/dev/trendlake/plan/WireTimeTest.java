package dev.trendlake.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01T00:00:00Z",
                "2020-01-01 02:00:00+02:00",
                "2020-01-01T02:00:00.000+0200",
                "2020-01-01T02:00+02"
            })
    void readsTimesWithAnOffset(String text) {
        assertThat(WireTime.unixSecondsOfInstant(text)).contains(new BigDecimal("1577836800.000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2020-01-01", "2020-01-01T00:00:00", "2020-13-01T00:00:00Z", "1.2-10", ""})
    void takesNothingElseForATimeWithAnOffset(String text) {
        assertThat(WireTime.unixSecondsOfInstant(text)).isEmpty();
    }

    @Test
    void readsADateAsMidnightOfTheProject() {
        assertThat(WireTime.unixSeconds("2020-01-01", ZoneId.of("Asia/Tokyo")))
                .contains(new BigDecimal("1577804400.000"));
    }
}
