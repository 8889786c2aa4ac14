package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.EventCounts;
import dev.trendlake.intake.load.EventImport;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.PersonImport;
import dev.trendlake.intake.load.RefusedLine;
import dev.trendlake.intake.load.RefusedRow;
import dev.trendlake.intake.load.RefusedRows;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.RowTaker;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Imports sources, each once: what is refused of one is kept, and a mark says that it is in the
 * lake. One that broke off anywhere, or was killed, is simply imported again.
 */
public final class SourceImport {
    private final LakeAccess lake;
    private final ImportMarks marks;
    private final ImportMemory memory;

    /** Takes what is read and written, with memory for a heap of 320 MB. */
    public SourceImport(LakeAccess lake) {
        this(lake, ImportMemory.standard());
    }

    /** Takes what is read and written, and how much of it is held in memory. */
    public SourceImport(LakeAccess lake, ImportMemory memory) {
        this.lake = lake;
        this.marks = new ImportMarks(lake.s3(), lake.bucket());
        this.memory = memory;
    }

    /** What became of a source when it was imported; empty when it was not. */
    public Optional<ImportReport> imported(long project, SourceId id) throws IOException {
        return marks.find(project, id);
    }

    /**
     * Imports a source, whether it was imported before or not.
     *
     * @throws LoadFailed when there is no such project
     * @throws IOException when it broke off; it is to be repeated
     */
    public ImportReport run(
            long project, SourceId id, EventSource source, Model model, LoadListener listener)
            throws IOException, LoadFailed {
        if (!lake.projects().exists(project)) {
            throw new LoadFailed("there is no project " + project);
        }
        try (RefusedFile refused = new RefusedFile(source.name())) {
            RefusedRows rows =
                    row -> {
                        refused.refuse(row);
                        listener.refused(new RefusedLine(source.name(), row.line(), row.reason()));
                    };
            ImportReport report =
                    switch (model) {
                        case EVENTS -> events(project, id, source, rows, refused, listener);
                        case PERSONS -> persons(project, source, rows, refused, listener);
                    };
            end(project, id, source.name(), refused, report);
            return report;
        }
    }

    /** Reads a source without importing anything, and says how many of its rows are refused. */
    public long check(long project, EventSource source, Model model, LoadListener listener)
            throws IOException, LoadFailed {
        if (!lake.projects().exists(project)) {
            throw new LoadFailed("there is no project " + project);
        }
        long[] refused = new long[1];
        RefusedRows rows =
                row -> {
                    refused[0]++;
                    listener.refused(new RefusedLine(source.name(), row.line(), row.reason()));
                };
        switch (model) {
            case EVENTS -> {
                try (EventImport events =
                        new EventImport(lake, project, "check", memory, rows, listener)) {
                    EventImport.reader().read(source, new Taker(events::take, rows));
                    events.endReading();
                }
            }
            case PERSONS ->
                    PersonImport.reader()
                            .read(
                                    source,
                                    new Taker(
                                            new PersonImport(lake, project, rows, listener)::take,
                                            rows));
        }
        return refused[0];
    }

    /**
     * Keeps what was refused, and marks a source: it is in the lake.
     *
     * @param name what the source is called
     */
    public void end(
            long project, SourceId id, String name, RefusedFile refused, ImportReport report)
            throws IOException {
        refused.put(lake.s3(), lake.bucket(), project, id);
        marks.put(project, id, name, report, lake.clock().instant());
    }

    private ImportReport events(
            long project,
            SourceId id,
            EventSource source,
            RefusedRows rows,
            RefusedFile refused,
            LoadListener listener)
            throws IOException {
        try (EventImport events =
                new EventImport(lake, project, id.text(), memory, rows, listener)) {
            EventImport.reader().read(source, new Taker(events::take, rows));
            EventCounts counts = events.write();
            return new ImportReport(
                    Model.EVENTS,
                    counts.taken(),
                    counts.repeated(),
                    refused.count(),
                    counts.days());
        }
    }

    private ImportReport persons(
            long project,
            EventSource source,
            RefusedRows rows,
            RefusedFile refused,
            LoadListener listener)
            throws IOException {
        PersonImport persons = new PersonImport(lake, project, rows, listener);
        PersonImport.reader().read(source, new Taker(persons::take, rows));
        long changed = persons.write();
        return new ImportReport(
                Model.PERSONS,
                changed,
                Math.max(0, persons.read() - changed),
                refused.count(),
                List.of());
    }

    /** Takes batches. */
    @FunctionalInterface
    private interface Batches {
        void take(RowBatch batch) throws IOException;
    }

    /** Gives rows on, and what is damaged as one that is refused. */
    private record Taker(Batches batches, RefusedRows refused) implements RowTaker {
        @Override
        public void take(RowBatch batch) throws IOException {
            batches.take(batch);
        }

        @Override
        public void damaged(long row, String reason) throws IOException {
            refused.refuse(new RefusedRow(row, reason, ""));
        }
    }
}
