package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.intake.lake.LakeFileWriter;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.ObjectChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Writes the rows of one source into one day, in sorted files of bounded size: those that the day
 * doesn't have from another source. What the source wrote before is replaced.
 */
final class DayWriting {
    /** How many bytes of rows a file is made of. */
    private static final long RUN = 64L << 20;

    /** How many keys are compared at once: they take 64 MB. */
    private static final long MOST_KEYS = 2_500_000;

    /** How many bytes a row has in a file, rather less. */
    private static final long USUAL_ROW = 48;

    private final EventLake lake;
    private final DaySpool spool;
    private final String source;
    private final long project;
    private final LocalDate day;
    private final DayLease lease;
    private final FilesInChange change;
    private final List<LakeColumn<EventRow>> columns;
    private final long runSize;

    private final BitSet fresh = new BitSet();
    private final List<String> written = new ArrayList<>();
    private List<EventRow> run = new ArrayList<>();
    private long runBytes;
    private int row;
    private int part;
    private final Set<ObjectChange> changes = new HashSet<>();

    DayWriting(
            EventLake lake,
            DaySpool spool,
            String source,
            long project,
            LocalDate day,
            DayLease lease,
            FilesInChange change,
            List<LakeColumn<EventRow>> columns,
            long runSize) {
        this.lake = lake;
        this.spool = spool;
        this.source = source;
        this.project = project;
        this.day = day;
        this.lease = lease;
        this.change = change;
        this.columns = columns;
        this.runSize = runSize;
    }

    /** The bytes of rows that a file is made of, where nothing else is said. */
    static long standardRun() {
        return RUN;
    }

    /** Writes them, and says how many there were. */
    long write() throws IOException {
        List<S3Object> files = lake.files(project, day);
        List<S3Object> own = files.stream().filter(this::isOwn).toList();
        find(files.stream().filter(file -> !isOwn(file) && !change.isComing(day, file)).toList());
        spool.forEachBlock(day, this::take);
        endRun();
        removeLeftOver(own);
        return fresh.cardinality();
    }

    /** How the day's files are others now, as far as is known. */
    Set<ObjectChange> changes() {
        return Set.copyOf(changes);
    }

    private boolean isOwn(S3Object file) {
        return EventLake.nameOf(file).startsWith(source + "-");
    }

    /** Finds the rows that others don't have, in as many passes as their keys need. */
    private void find(List<S3Object> others) throws IOException {
        long bytes = others.stream().mapToLong(S3Object::size).sum();
        long keys = spool.rows(day) + bytes / USUAL_ROW;
        int passes = (int) (keys / MOST_KEYS + 1);
        for (int pass = 0; pass < passes; pass++) {
            find(others, new KeySet(keys / passes), pass, passes);
        }
    }

    private void find(List<S3Object> others, KeySet known, int pass, int passes)
            throws IOException {
        for (S3Object file : others) {
            lease.extend();
            lake.keys(
                    file,
                    (high, low) -> {
                        if (isOf(pass, passes, high)) {
                            known.add(high, low);
                        }
                    });
        }
        int[] next = new int[1];
        spool.forEachRow(
                day,
                event -> {
                    boolean isFresh =
                            isOf(pass, passes, event.keyHigh())
                                    && known.add(event.keyHigh(), event.keyLow());
                    fresh.set(next[0], fresh.get(next[0]) || isFresh);
                    next[0]++;
                });
    }

    private static boolean isOf(int pass, int passes, long high) {
        return Long.remainderUnsigned(high >>> 16, passes) == pass;
    }

    // Where files end doesn't depend on which rows others have: what is written again by another
    // attempt is in the file of the same name.
    private void take(byte[] bytes, int size) throws IOException {
        EncodedEvents.forEach(
                bytes,
                size,
                event -> {
                    if (fresh.get(row)) {
                        run.add(event);
                    }
                    row++;
                });
        runBytes += size;
        if (runBytes >= runSize) {
            endRun();
        }
    }

    private void endRun() throws IOException {
        if (!run.isEmpty()) {
            write(EventOrder.sorted(run));
        }
        part++;
        run = new ArrayList<>();
        runBytes = 0;
    }

    private void write(List<EventRow> rows) throws IOException {
        Path file = Files.createTempFile("trendlake-day-", ".parquet");
        try {
            LakeFileWriter.write(columns, EventOrder.cut(rows.size()), rows, file);
            lease.extend();
            String name = name();
            changes.add(new ObjectChange(Kind.CREATED, EventLake.keyOf(project, day, name)));
            lake.put(project, day, name, file);
            written.add(name);
        } finally {
            Files.delete(file);
        }
    }

    // A file that was joined with others is about to go: what is written must not go with it.
    private String name() {
        String name = "%s-%d.parquet".formatted(source, part);
        int again = 1;
        while (change.isGoing(day, name)) {
            name = "%s-%d-%d.parquet".formatted(source, part, again++);
        }
        return name;
    }

    private void removeLeftOver(List<S3Object> own) throws IOException {
        Set<String> kept = new HashSet<>(written);
        for (S3Object file : own) {
            String name = EventLake.nameOf(file);
            if (!kept.contains(name) && !change.isGoing(day, name)) {
                lease.extend();
                changes.add(new ObjectChange(Kind.REMOVED, file.key()));
                lake.remove(file);
            }
        }
    }
}
