package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.LeaseLost;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.SourceReader;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.project.PropertyColumns;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The import of the events of one source into one project: first all of them are taken, then they
 * are written. Repeating it, after it broke off anywhere, replaces what it wrote before. Not safe
 * for several threads.
 *
 * <p>Events come from an export, whose rows {@link #reader} reads, or are made by others and {@link
 * #add added}.
 */
public final class EventImport implements AutoCloseable {
    /** How many bytes of single events are held before they go to the others. */
    private static final int BATCH = 1 << 20;

    private final LakeAccess lake;
    private final long project;
    private final String source;
    private final ImportMemory memory;
    private final RefusedRows refusedRows;
    private final LoadListener listener;
    private final PropertyColumns columns;
    private final DaySpool spool;
    private final BatchPipeline pipeline;
    private final EventParser parser;
    private final NamesSeen names = new NamesSeen();
    private final GroupsSeen groups = new GroupsSeen();
    private ParsedBatch.@Nullable Builder single;
    private long earliest = Long.MAX_VALUE;
    private long read;
    private long events;
    private boolean hasChanged;

    /**
     * Begins an import, into a project that exists.
     *
     * @param source 24 hexadecimal digits that this source alone has
     * @param refusedRows takes the rows that can't be events
     */
    public EventImport(
            LakeAccess lake,
            long project,
            String source,
            ImportMemory memory,
            RefusedRows refusedRows,
            LoadListener listener) {
        this.lake = lake;
        this.project = project;
        this.source = source;
        this.memory = memory;
        this.refusedRows = refusedRows;
        this.listener = listener;
        this.spool = new DaySpool(memory.spool());
        this.columns = lake.columns().columns(project);
        this.pipeline = new BatchPipeline(() -> new EventParser(columns, lake.clock()), this::take);
        this.parser = new EventParser(columns, lake.clock());
    }

    /** What reads a source so that its rows can be taken. */
    public static SourceReader reader() {
        return new SourceReader(PageEvents.COLUMNS);
    }

    /** Takes rows of an export; they may be refused later. */
    public void take(RowBatch batch) throws IOException {
        pipeline.add(batch);
    }

    /**
     * Takes an event that was made from something else than an export.
     *
     * @throws LineRefused when it can't be in the lake, and why; it is not taken then
     */
    public void add(Event event) throws IOException, LineRefused {
        if (single == null) {
            single = parser.begin(BATCH);
        }
        parser.add(event, single);
        if (single.events().size() > BATCH) {
            takeSingle();
        }
    }

    /** Waits until all rows that were taken are either refused or wait to be written. */
    public void endReading() throws IOException {
        takeSingle();
        pipeline.finish();
    }

    /**
     * Writes all that was taken, and what the project learns of it.
     *
     * @throws LeaseLost when another changes one of the days; what is written is written again by a
     *     repetition
     * @throws ColumnsChanged when properties got columns since the events were taken; a repetition
     *     writes them
     */
    public EventCounts write() throws IOException {
        endReading();
        List<LocalDate> days = new ArrayList<>(spool.days());
        listener.writing(days.size());
        long taken = writeAll(days);
        // Also from repeated events: an import that took them may have broken off before this.
        new GroupLoader(lake.tables(), lake.projects()).load(project, groups, listener);
        new NameLearning(lake.names(), lake.projects()).learn(project, names, listener);
        if (events > 0) {
            lake.projects().lowerEarliestEvent(project, Instant.ofEpochMilli(earliest));
        }
        return new EventCounts(taken, events - taken, days);
    }

    @Override
    public void close() throws IOException {
        pipeline.close();
        spool.close();
    }

    private void takeSingle() throws IOException {
        if (single != null) {
            take(single.build());
            single = null;
        }
    }

    private void take(ParsedBatch batch) throws IOException {
        for (RefusedRow row : batch.refused()) {
            refusedRows.refuse(row);
        }
        spool.addAll(batch.events());
        names.addAll(batch.names());
        groups.addAll(batch.groups());
        earliest = Math.min(earliest, batch.earliest());
        events += batch.events().count();
        read += batch.read();
        listener.read(read);
    }

    private long writeAll(List<LocalDate> days) throws IOException {
        long taken = 0;
        try {
            for (LocalDate day : days) {
                taken += write(day);
            }
        } finally {
            if (hasChanged) {
                lake.projects().eventsArrived(project);
            }
        }
        return taken;
    }

    private long write(LocalDate day) throws IOException {
        try (DayLease lease = lease(day)) {
            DayWriting writing = writing(day, lease);
            try {
                return writing.write();
            } finally {
                // Also when it broke off half-way: what was computed before may be out of date.
                Set<ObjectChange> changes = writing.changes();
                if (!changes.isEmpty()) {
                    hasChanged = true;
                    lake.changes().raise(new EventDay(project, day), changes);
                }
            }
        }
    }

    private DayLease lease(LocalDate day) throws IOException {
        DayLease lease =
                lake.leases().take(project, day).orElseThrow(() -> new LeaseLost(project, day));
        // Whoever adds a column writes the day's files anew under this lease, and then reads the
        // column alone: a file that comes later must have it.
        if (!lake.columns().columns(project).areThoseOf(columns)) {
            lease.close();
            throw new ColumnsChanged(project);
        }
        return lease;
    }

    private DayWriting writing(LocalDate day, DayLease lease) {
        return new DayWriting(
                new EventLake(lake.s3(), lake.bucket()),
                spool,
                source,
                project,
                day,
                lease,
                lake.projects().filesInChange(project),
                EventColumns.of(columns),
                memory.run());
    }
}
