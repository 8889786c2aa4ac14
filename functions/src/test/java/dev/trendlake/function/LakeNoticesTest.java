package dev.trendlake.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.lake.AnnouncedInMemory;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.PartitionChanges;
import dev.trendlake.lake.ToldChanges;
import dev.trendlake.lake.VersionsInMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of a queue that tell of the lake's objects, and what is answered to them. */
class LakeNoticesTest {
    private static final String KEY = "events/project_id=7/day=2026-11-23/a.parquet";
    private static final String FOLDER = "events/project_id=7/day=2026-11-23/";

    private final VersionsInMemory versions = new VersionsInMemory();
    private final AnnouncedInMemory announced = new AnnouncedInMemory();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void raisesThePartitionsOfABatchOnce() throws IOException {
        String answer =
                take(
                        event("Object Created", KEY),
                        event("Object Deleted", FOLDER + "b.parquet"),
                        event("Object Created", "groups/project_id=7/version=2/c.parquet"));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(versions.all())
                .isEqualTo(Map.of(FOLDER, 1, "groups/project_id=7/version=2/", 1));
        assertThat(logged().path("raised").toString())
                .isEqualTo("[\"%s\",\"groups/project_id=7/version=2/\"]".formatted(FOLDER));
        assertThat(logged().path("messages").asInt()).isEqualTo(3);
    }

    @Test
    void leavesAloneWhatNoStatementReadsAndSaysSo() throws IOException {
        String answer =
                take(
                        event("Object Created", "events/project_id=7/day=2026-11-23/_SUCCESS"),
                        event("Object Created", KEY, "another-bucket"));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(versions.all()).isEmpty();
        assertThat(logged().path("left_alone"))
                .extracting(one -> one.path("reason").asText())
                .containsExactly("no statement reads it", "it is in the bucket another-bucket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{\"detail-type\":\"Object Created\"}",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"lake\"}}}",
                "{\"detail-type\":\"Object Tags Added\",\"detail\":{\"bucket\":{\"name\":\"lake\"},"
                        + "\"object\":{\"key\":\"a\"}}}",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"lake\"},"
                        + "\"object\":{\"key\":7}}}"
            })
    void givesBackAMessageThatCanNotBeReadAndTakesTheOthers(String body) throws IOException {
        String answer = take(body, event("Object Created", KEY));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}");
        assertThat(versions.all()).isEqualTo(Map.of(FOLDER, 1));
        assertThat(logged().path("level").asText()).isEqualTo("ERROR");
        assertThat(logged().at("/unreadable/0/message_id").asText()).isEqualTo("m0");
    }

    @Test
    void givesBackWhatCouldNotBeRaised() throws IOException {
        PartitionChanges failing =
                _ -> {
                    throw new QueryUnavailable("busy", Duration.ofSeconds(1));
                };

        String answer =
                notices(failing)
                        .take(
                                batch(
                                        event("Object Created", KEY),
                                        event("Object Created", "events/nothing"),
                                        event("Object Deleted", KEY)));

        assertThat(answer)
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"},{\"itemIdentifier\":\"m2\"}]}");
        assertThat(logged().path("stack").asText()).contains("busy");
    }

    @Test
    void takesAnnouncedChangesInsteadOfRaising() throws IOException {
        announced.announce(
                new EventDay(7, LocalDate.of(2026, 11, 23)),
                Set.of(new ObjectChange(ObjectChange.Kind.REMOVED, KEY)));

        take(event("Object Deleted", KEY));

        assertThat(versions.all()).isEmpty();
        assertThat(logged().path("raised").isEmpty()).isTrue();
    }

    // S3's own words for each way of removing an object.
    @Test
    void raisesWhenTheCurrentVersionExpires() throws IOException {
        take(removal("Lifecycle Expiration", "Delete Marker Created", "v1"));
        take(removal("Lifecycle Expiration", "Permanently Deleted", ""));
        take(removal("DeleteObject", "Permanently Deleted", "v1"));
        take(removal("DeleteObject", "Delete Marker Created", "v1"));

        assertThat(versions.all()).isEqualTo(Map.of(FOLDER, 4));
    }

    @Test
    void leavesAloneOldVersionsThatExpire() throws IOException {
        take(removal("Lifecycle Expiration", "Permanently Deleted", "v1"));

        assertThat(versions.all()).isEmpty();
        assertThat(logged().at("/left_alone/0/key").asText()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Records\":7}", "not JSON"})
    void failsForWhatIsNoBatch(String event) {
        assertThatThrownBy(() -> notices(versions).take(event)).isInstanceOf(IOException.class);
    }

    private String take(String... bodies) throws IOException {
        return notices(versions).take(batch(bodies));
    }

    private LakeNotices notices(PartitionChanges changes) {
        return new LakeNotices(
                new ToldChanges(changes, announced),
                "lake",
                new NoticeLog(
                        new PrintStream(log, true, StandardCharsets.UTF_8),
                        InstantSource.fixed(Instant.EPOCH),
                        () -> 0));
    }

    private JsonNode logged() throws IOException {
        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        return JsonFormat.read(lines.getLast());
    }

    private static String batch(String... bodies) {
        ObjectNode batch = JsonFormat.object();
        ArrayNode records = batch.putArray("Records");
        for (int number = 0; number < bodies.length; number++) {
            records.addObject().put("messageId", "m" + number).put("body", bodies[number]);
        }
        return JsonFormat.write(batch);
    }

    private static String event(String type, String key) {
        return event(type, key, "lake");
    }

    private static String event(String type, String key, String bucket) {
        return JsonFormat.write(object(type, key, bucket));
    }

    private static String removal(String reason, String deletion, String version) {
        ObjectNode event = object("Object Deleted", KEY, "lake");
        event.withObject("/detail").put("reason", reason).put("deletion-type", deletion);
        if (!version.isEmpty()) {
            event.withObject("/detail/object").put("version-id", version);
        }
        return JsonFormat.write(event);
    }

    private static ObjectNode object(String type, String key, String bucket) {
        ObjectNode event = JsonFormat.object().put("id", "1").put("detail-type", type);
        event.withObject("/detail/bucket").put("name", bucket);
        event.withObject("/detail/object").put("key", key).put("sequencer", "0062");
        return event;
    }
}
