package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.EventCounts;
import dev.trendlake.intake.load.EventImport;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.PersonImport;
import dev.trendlake.intake.load.RefusedRow;
import dev.trendlake.intake.load.RefusedRows;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.RowTaker;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The import of the rows that one source has of a model: first they are read, then written. */
sealed interface ModelImport extends Closeable {
    /** Reads a source: when this ends, its rows are refused or wait to be written. */
    void read(EventSource source) throws IOException;

    /** Writes what was read, and says what became of it beside the rows that were refused. */
    ImportReport write(long refused) throws IOException;

    /** Begins the import of a source, into a project that exists. */
    static ModelImport of(
            Model model,
            LakeAccess lake,
            long project,
            String source,
            ImportMemory memory,
            RefusedRows refused,
            LoadListener listener) {
        return switch (model) {
            case EVENTS ->
                    new Events(
                            new EventImport(lake, project, source, memory, refused, listener),
                            refused);
            case PERSONS ->
                    new Persons(new PersonImport(lake, project, refused, listener), refused);
        };
    }

    /** An import of events. */
    record Events(EventImport events, RefusedRows refusedRows) implements ModelImport {
        @Override
        public void read(EventSource source) throws IOException {
            EventImport.reader().read(source, new Taker(events::take, refusedRows));
            events.endReading();
        }

        @Override
        public ImportReport write(long refused) throws IOException {
            EventCounts counts = events.write();
            return new ImportReport(
                    Model.EVENTS, counts.taken(), counts.repeated(), refused, counts.days());
        }

        @Override
        public void close() throws IOException {
            events.close();
        }
    }

    /** An import of persons. */
    record Persons(PersonImport persons, RefusedRows refusedRows) implements ModelImport {
        @Override
        public void read(EventSource source) throws IOException {
            PersonImport.reader().read(source, new Taker(persons::take, refusedRows));
        }

        @Override
        public ImportReport write(long refused) throws IOException {
            long changed = persons.write();
            long repeated = Math.max(0, persons.read() - changed);
            return new ImportReport(Model.PERSONS, changed, repeated, refused, List.of());
        }

        @Override
        public void close() {}
    }

    /** Takes batches. */
    @FunctionalInterface
    interface Batches {
        /** Takes a batch. */
        void take(RowBatch batch) throws IOException;
    }

    /** Gives rows on, and what is damaged as one that is refused. */
    record Taker(Batches batches, RefusedRows refused) implements RowTaker {
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
