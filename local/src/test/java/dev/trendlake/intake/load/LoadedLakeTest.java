package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.intake.source.EventSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was loaded, as the engine reads it. */
class LoadedLakeTest {
    private static final EventSource WEBLOG =
            new EventSource(
                    "weblog",
                    () ->
                            Objects.requireNonNull(
                                    LoadedLakeTest.class.getResourceAsStream(
                                            "/demo/weblog-2015-05.jsonl.gz")));

    private static final long NO_PROJECT = 999_999;

    private static LoadedLake lake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        lake = new LoadedLake(folder);
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @Test
    void givesTheCountsOfTheWebLogOnce() throws Exception {
        LoadReport first = lake.load(1, WEBLOG);
        assertThat(first).isEqualTo(new LoadReport(9_999, 0, 0));
        assertThat(lake.load(1, WEBLOG)).isEqualTo(new LoadReport(0, 9_999, 0));
        assertThat(
                        lake.rows(
                                """
                                SELECT day, count(*), count_if(event = '$pageview'),
                                  count(DISTINCT CASE WHEN event = '$pageview' THEN person_key END),
                                  count_if(cast(date("timestamp") AS varchar) <> day),
                                  count_if(person_key <> from_big_endian_64(xxhash64(to_utf8(person_id))))
                                FROM events
                                WHERE project_id = '1' AND day BETWEEN '2015-05-16' AND '2015-05-21'
                                GROUP BY day ORDER BY day\
                                """))
                .containsExactly(
                        "2015-05-17 1632 613 228 0 0",
                        "2015-05-18 2893 1005 380 0 0",
                        "2015-05-19 2896 847 379 0 0",
                        "2015-05-20 2578 709 330 0 0");
        assertThat(earliest(1)).isEqualTo("2015-05-17T10:05:00Z");
    }

    @Test
    void keepsEveryColumnToTheMillisecond() throws Exception {
        lake.load(
                2,
                EventSource.of(
                        "one",
                        """
                        {"uuid":"u","event":"e","distinct_id":"d","person_id":"p","elements_chain":"c",\
                        "timestamp":"2020-02-29T23:59:59.9996Z","properties":{"$session_id":"s","$group_4":"g","n":1.50},\
                        "person_properties":{"plan":"größe"}}\
                        """
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(
                        lake.rows(
                                """
                                SELECT event, to_unixtime("timestamp") * 1000, session_id, group_0, group_4, distinct_id,
                                  person_id, uuid, elements_chain, json_extract_scalar(person_properties, '$.plan'),
                                  json_extract_scalar(properties, '$["n"]'), properties
                                FROM events WHERE project_id = '2' AND day = '2020-02-29'\
                                """))
                .containsExactly(
                        "e 1.583020799999E12 s null g d p u c größe 1.50"
                                + " {\"$session_id\":\"s\",\"$group_4\":\"g\",\"n\":1.50}");
    }

    @Test
    void lowersTheEarliestEventAndNeverRaisesIt() throws Exception {
        DynamoProjectTimes times = new DynamoProjectTimes(lake.clients().dynamoDb(), "projects");
        times.lowerEarliestEvent(3, Instant.parse("2020-01-02T00:00:00.500Z"));
        assertThat(earliest(3)).isEqualTo("2020-01-02T00:00:00.500Z");
        times.lowerEarliestEvent(3, Instant.parse("2020-01-02T00:00:00.501Z"));
        assertThat(earliest(3)).isEqualTo("2020-01-02T00:00:00.500Z");
        times.lowerEarliestEvent(3, Instant.parse("2020-01-02T00:00:00Z"));
        assertThat(earliest(3)).isEqualTo("2020-01-02T00:00:00Z");
        assertThat(times.exists(3)).isTrue();
        assertThat(times.exists(NO_PROJECT)).isFalse();
        times.lowerEarliestEvent(NO_PROJECT, Instant.parse("2020-01-02T00:00:00Z"));
        assertThat(times.exists(NO_PROJECT)).isFalse();
    }

    private static Instant earliest(long project) {
        return lake.project(project).earliestEvent();
    }
}
