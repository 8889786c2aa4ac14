package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The web log's trends against numbers that were counted by other means. */
@ExtendWith(WholeStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NumbersIT {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00:00", Locale.ROOT);

    private final Client client;
    private final Weblog weblog;

    NumbersIT(WholeStack stack) throws IOException {
        client = new Client(stack.running().gateway(), SampleProjects.UNBOUND_KEY);
        weblog = Weblog.read();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void countsPageViewsAndVisitorsPerDay() throws Exception {
        Reply reply = ask(SampleProjects.WEBLOG, "day");

        assertThat(reply.data(0)).isEqualTo("[613,1005,847,709]");
        assertThat(reply.data(1)).isEqualTo("[228,380,379,330]");
        assertThat(reply.json().at("/result/0/days").toString())
                .isEqualTo("[\"2015-05-17\",\"2015-05-18\",\"2015-05-19\",\"2015-05-20\"]");
    }

    @Test
    void countsAllEventsPerDay() throws Exception {
        Reply reply =
                client.ask(
                        SampleProjects.WEBLOG,
                        """
                        {"events": [{"id": null}], "date_from": "2015-05-17", "date_to": "2015-05-20"}\
                        """);

        assertThat(reply.data(0)).isEqualTo("[1632,2893,2896,2578]");
    }

    @Test
    void countsPerHour() throws Exception {
        Reply reply = ask(SampleProjects.WEBLOG, "hour");

        Map<String, Long> views = reply.byDay(0);
        assertThat(views).isEqualTo(weblog.views(UTC, HOUR::format));
        assertThat(reply.byDay(1)).isEqualTo(weblog.visitors(UTC, HOUR::format));
        assertThat(sumsByDay(views)).containsOnlyKeys(weblog.views(UTC, NumbersIT::day).keySet());
        assertThat(sumsByDay(views).values()).containsExactly(613L, 1005L, 847L, 709L);
    }

    @Test
    void countsPerWeekFromSunday() throws Exception {
        Reply reply = ask(SampleProjects.WEBLOG, "week");

        assertThat(reply.data(0)).isEqualTo("[3174]");
        assertThat(reply.byDay(0)).isEqualTo(weblog.views(UTC, byWeek(DayOfWeek.SUNDAY)));
        assertThat(reply.byDay(1)).isEqualTo(weblog.visitors(UTC, byWeek(DayOfWeek.SUNDAY)));
    }

    @Test
    void countsPerWeekFromMonday() throws Exception {
        Reply reply = ask(SampleProjects.CALIFORNIA, "week");

        assertThat(reply.byDay(0))
                .hasSize(2)
                .isEqualTo(weblog.views(LOS_ANGELES, byWeek(DayOfWeek.MONDAY)));
        assertThat(reply.byDay(1))
                .isEqualTo(weblog.visitors(LOS_ANGELES, byWeek(DayOfWeek.MONDAY)));
    }

    @Test
    void countsPerMonth() throws Exception {
        Reply reply = ask(SampleProjects.WEBLOG, "month");

        assertThat(reply.data(0)).isEqualTo("[3174]");
        assertThat(reply.byDay(1)).isEqualTo(weblog.visitors(UTC, NumbersIT::month));
    }

    @Test
    void countsTheDaysOfTheProjectsTimeZone() throws Exception {
        Reply reply = ask(SampleProjects.CALIFORNIA, "day");

        assertThat(reply.byDay(0))
                .isEqualTo(weblog.views(LOS_ANGELES, NumbersIT::day))
                .isNotEqualTo(weblog.views(UTC, NumbersIT::day));
        assertThat(reply.byDay(1)).isEqualTo(weblog.visitors(LOS_ANGELES, NumbersIT::day));
        assertThat(reply.json().path("timezone").asText()).isEqualTo("America/Los_Angeles");
    }

    @Test
    void countsTheHoursOfTheProjectsTimeZone() throws Exception {
        Reply reply = ask(SampleProjects.CALIFORNIA, "hour");

        assertThat(reply.byDay(0)).isEqualTo(weblog.views(LOS_ANGELES, HOUR::format));
        assertThat(reply.byDay(1)).isEqualTo(weblog.visitors(LOS_ANGELES, HOUR::format));
    }

    @Test
    void countsByBrowser() throws Exception {
        Reply reply =
                client.ask(
                        SampleProjects.WEBLOG,
                        """
                        {"events": [{"id": "$pageview"}], "breakdown": "$browser",
                         "breakdown_type": "event", "breakdown_limit": 100,
                         "date_from": "2015-05-17", "date_to": "2015-05-20"}\
                        """);

        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode entry : reply.series()) {
            String value = entry.path("breakdown_value").asText();
            String browser = value.equals("$$_posthog_breakdown_null_$$") ? "" : value;
            counts.put(browser, entry.path("count").asLong());
        }
        assertThat(counts).hasSizeGreaterThan(3).isEqualTo(weblog.viewsByBrowser());
    }

    // An hour of "2015-05-20" would be its first alone (spec: trends, 2.2).
    private Reply ask(long project, String interval) throws Exception {
        Reply reply =
                client.ask(
                        project,
                        """
                        {"events": [{"id": "$pageview"}, {"id": "$pageview", "math": "dau"}],
                         "interval": "%s", "date_from": "2015-05-17", "date_to": "2015-05-20T23:59:59"}\
                        """
                                .formatted(interval));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static String day(ZonedDateTime time) {
        return time.toLocalDate().toString();
    }

    private static String month(ZonedDateTime time) {
        return time.toLocalDate().withDayOfMonth(1).toString();
    }

    private static Function<ZonedDateTime, String> byWeek(DayOfWeek first) {
        return time -> time.toLocalDate().with(TemporalAdjusters.previousOrSame(first)).toString();
    }

    private static Map<String, Long> sumsByDay(Map<String, Long> hours) {
        Map<String, Long> sums = new TreeMap<>();
        hours.forEach((hour, amount) -> sums.merge(hour.substring(0, 10), amount, Long::sum));
        return sums;
    }
}
