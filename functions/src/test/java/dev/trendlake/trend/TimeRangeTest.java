package dev.trendlake.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static TimeRange range(String from, String to, String zone, Interval interval) {
        ZonedDateTime start = LocalDateTime.parse(from).atZone(ZoneId.of(zone));
        ZonedDateTime end = LocalDateTime.parse(to).atZone(ZoneId.of(zone));
        return new TimeRange(start, end, start, interval, DayOfWeek.SUNDAY, "");
    }

    private static List<String> local(TimeRange range) {
        return range.buckets().stream().map(time -> time.toLocalDateTime().toString()).toList();
    }

    @Test
    void startsADayLaterWhereMidnightDoesNotExist() {
        assertThat(
                        local(
                                range(
                                        "2023-04-27T05:00",
                                        "2023-04-29T01:00",
                                        "Africa/Cairo",
                                        Interval.DAY)))
                .containsExactly("2023-04-27T00:00", "2023-04-28T01:00", "2023-04-29T00:00");
    }

    @Test
    void countsTheHourThatComesTwiceTwice() {
        assertThat(
                        local(
                                range(
                                        "2020-11-01T00:00",
                                        "2020-11-01T02:30",
                                        "America/New_York",
                                        Interval.HOUR)))
                .containsExactly(
                        "2020-11-01T00:00",
                        "2020-11-01T01:00",
                        "2020-11-01T01:00",
                        "2020-11-01T02:00");
    }

    @Test
    void cutsHoursOnTheLocalClock() {
        assertThat(
                        local(
                                range(
                                        "2020-01-01T10:20",
                                        "2020-01-01T12:10",
                                        "Asia/Kathmandu",
                                        Interval.HOUR)))
                .containsExactly("2020-01-01T10:00", "2020-01-01T11:00", "2020-01-01T12:00");
    }

    @Test
    void keepsFullHoursWhereClocksChangeByHalfAnHour() {
        assertThat(
                        local(
                                range(
                                        "2020-10-04T01:00",
                                        "2020-10-04T04:10",
                                        "Australia/Lord_Howe",
                                        Interval.HOUR)))
                .containsExactly(
                        "2020-10-04T01:00",
                        "2020-10-04T02:30",
                        "2020-10-04T03:00",
                        "2020-10-04T04:00");
        assertThat(
                        local(
                                range(
                                        "2020-04-05T00:00",
                                        "2020-04-05T03:10",
                                        "Australia/Lord_Howe",
                                        Interval.HOUR)))
                .containsExactly(
                        "2020-04-05T00:00",
                        "2020-04-05T01:00",
                        "2020-04-05T02:00",
                        "2020-04-05T03:00");
    }

    @Test
    void givesEveryInstantABucketOfTheList() {
        List<String> zones =
                List.of(
                        "UTC",
                        "Europe/Berlin",
                        "Africa/Cairo",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "America/Sao_Paulo");
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            ZonedDateTime from =
                    ZonedDateTime.of(2010, 1, 1, 0, 0, 0, 0, zone)
                            .plusMinutes(random.nextInt(6_000_000));
            ZonedDateTime to = from.plusHours(random.nextInt(800));
            for (Interval interval : Interval.values()) {
                TimeRange range = new TimeRange(from, to, from, interval, DayOfWeek.MONDAY, "");
                Set<ZonedDateTime> buckets = new HashSet<>(range.buckets());
                List<ZonedDateTime> without = new ArrayList<>();
                for (ZonedDateTime time = from; !time.isAfter(to); time = time.plusMinutes(17)) {
                    if (!buckets.contains(range.startOfBucket(time))) {
                        without.add(time);
                    }
                }
                assertThat(without).as("seed %d, by %s", seed, interval).isEmpty();
                assertThat(range.approximateLength())
                        .as("seed %d, %s by %s", seed, from, interval)
                        .isBetween(buckets.size() - 2L, buckets.size() + 2L);
            }
        }
    }
}
