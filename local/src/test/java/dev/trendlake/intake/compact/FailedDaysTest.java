package dev.trendlake.intake.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.LeaseLost;
import dev.trendlake.intake.load.FreeLeases;
import dev.trendlake.intake.load.LocalBucket;
import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.project.PropertyColumns;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** One day that can't be merged is told of, and keeps no other as it is. */
class FailedDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final LocalDate SECOND = LocalDate.parse("2020-01-02");
    private static final LocalDate THIRD = LocalDate.parse("2020-01-03");

    private static final BusyFor NEVER_BUSY = new BusyFor(new EventDay(9, FIRST));

    private final Clock clock = Clock.systemUTC();
    private final Heard heard = new Heard();
    private LocalBucket bucket;

    @BeforeEach
    void startBucket(@TempDir Path folder) {
        bucket = new LocalBucket(folder);
    }

    @AfterEach
    void stopBucket() {
        bucket.close();
    }

    /** What was told, in its order. */
    private static final class Heard implements Compaction.Listener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void day(long project, LocalDate day, int removed, RewriteReport report) {
            lines.add(
                    "%d %s: %d into %d"
                            .formatted(project, day, report.replaced(), report.written()));
        }

        @Override
        public void failed(long project, LocalDate day, Exception reason) {
            lines.add("%d %s failed: %s".formatted(project, day, reason.getMessage()));
        }

        @Override
        public void failed(long project, Exception reason) {
            lines.add("%d failed: %s".formatted(project, reason.getMessage()));
        }

        @Override
        public void ended(CompactionReport report) {
            lines.add(report.toString());
        }
    }

    @Test
    void mergesAllOtherDaysAndProjectsAndFailsAtTheEnd() {
        for (long project = 5; project <= 8; project++) {
            put(project, FIRST, "small");
            put(project, SECOND, "small");
        }
        put(5, SECOND, "damaged");
        put(7, THIRD, "small");
        DayLeases lostOnce =
                (project, day) ->
                        Optional.of(project == 7 && day.equals(FIRST) ? new Lost() : freeLease());
        assertThatThrownBy(() ->
                        compaction(
                                        lostOnce,
                                        new BusyFor(new EventDay(7, SECOND)),
                                        FailedDaysTest::joined)
                                .run(() -> true, heard))
                .isInstanceOf(CompactionFailed.class)
                .hasMessage(
                        "3 days and 1 whole projects failed, 4 days did not; the first that failed:"
                                + " not a file of events");

        assertThat(heard.lines)
                .containsExactly(
                        "5 2020-01-01: 4 into 1",
                        "5 2020-01-02 failed: not a file of events",
                        "6 failed: no settings",
                        "7 2020-01-01 failed: another changes the files of 2020-01-01 of project 7",
                        "7 2020-01-02 failed: busy",
                        "7 2020-01-03: 4 into 1",
                        "8 2020-01-01: 4 into 1",
                        "8 2020-01-02: 4 into 1",
                        new CompactionReport(4, 3, 1, true).toString());
    }

    @Test
    void namesTheFileThatIsDamaged() {
        put(5, FIRST, "PAR1 but no more");

        assertThatThrownBy(() ->
                        compaction(
                                        (_, _) -> Optional.of(freeLease()),
                                        NEVER_BUSY,
                                        new EventMerge(_ -> PropertyColumns.NONE))
                                .run(() -> true, heard))
                .isInstanceOf(CompactionFailed.class)
                .rootCause()
                .hasMessageContaining("Malformed Parquet file")
                .hasMessageContaining("0.parquet]");

        assertThat(heard.lines).hasSize(2);
    }

    @Test
    void endsAtOnceWhenItIsInterrupted() {
        put(5, FIRST, "small");
        put(5, SECOND, "small");
        FileMerge interrupted =
                (_, _, _) -> {
                    Thread.currentThread().interrupt();
                    throw new ClosedByInterruptException();
                };

        assertThatThrownBy(() ->
                        compaction((_, _) -> Optional.of(freeLease()), NEVER_BUSY, interrupted)
                                .run(() -> true, heard))
                .isInstanceOf(ClosedByInterruptException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard.lines).isEmpty();
    }

    @Test
    void leavesTheRestWhenTheTimeIsOver() throws Exception {
        put(5, FIRST, "small");
        put(5, SECOND, "small");
        put(8, FIRST, "small");
        int[] asked = new int[1];

        boolean isDone =
                compaction((_, _) -> Optional.of(freeLease()), NEVER_BUSY, FailedDaysTest::joined)
                        .run(() -> asked[0]++ == 0, heard);

        assertThat(isDone).isFalse();
        assertThat(heard.lines)
                .containsExactly(
                        "5 2020-01-01: 4 into 1", new CompactionReport(1, 0, 0, false).toString());
    }

    private Compaction compaction(DayLeases leases, AnnouncedChanges announced, FileMerge merge) {
        DayFiles files = new DayFiles(bucket.client(), LocalBucket.NAME, announced);
        LeftOutFiles leftOut = new LeftOutInMemory();
        return new Compaction(
                files, leftOut, new DayRewriting(files, leftOut, merge, clock), leases, clock);
    }

    private static DayLease freeLease() {
        return FreeLeases.INSTANCE;
    }

    /** The table of partitions, which refuses whatever is announced of one day. */
    private record BusyFor(EventDay day) implements AnnouncedChanges {
        @Override
        public void announce(EventDay changed, Set<ObjectChange> changes) {
            if (changed.equals(day)) {
                throw new QueryUnavailable("busy", Duration.ofSeconds(1));
            }
        }

        @Override
        public Set<ObjectChange> take(EventDay changed, Set<ObjectChange> changes) {
            return Set.of();
        }
    }

    private static final class Lost implements DayLease {
        @Override
        public void extend() throws LeaseLost {
            throw new LeaseLost(7, FIRST);
        }

        @Override
        public void close() {}
    }

    private static String joined(long project, List<Path> files, Path target) throws IOException {
        for (Path file : files) {
            String content = Files.readString(file);
            if (content.startsWith("damaged")) {
                throw new IOException("not a file of events");
            }
            Files.writeString(
                    target, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return "joined";
    }

    private void put(long project, LocalDate day, String content) {
        for (int file = 0; file < 4; file++) {
            String key = new EventDay(project, day).folder() + file + ".parquet";
            bucket.client()
                    .putObject(
                            request -> request.bucket(LocalBucket.NAME).key(key),
                            RequestBody.fromString(content));
        }
    }
}
