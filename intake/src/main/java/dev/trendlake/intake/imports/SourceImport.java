package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.RefusedLine;
import dev.trendlake.intake.load.RefusedRows;
import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
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
        try (ReadSource read = read(project, id, source, model, listener)) {
            return read.write();
        }
    }

    /**
     * Reads a source, so that it can be written; it is to be closed.
     *
     * @throws LoadFailed when there is no such project
     * @throws IOException when it can't be read
     */
    ReadSource read(
            long project, SourceId id, EventSource source, Model model, LoadListener listener)
            throws IOException, LoadFailed {
        requireProject(project);
        RefusedFile refused = new RefusedFile(source.name());
        RefusedRows refusedRows =
                row -> {
                    refused.refuse(row);
                    listener.refused(new RefusedLine(source.name(), row.line(), row.reason()));
                };
        ModelImport rows =
                ModelImport.of(model, lake, project, id.text(), memory, refusedRows, listener);
        ReadSource read = new ReadSource(this, project, id, source.name(), rows, refused);
        try {
            rows.read(source);
            return read;
        } catch (IOException | RuntimeException e) {
            try (read) {
                throw e;
            }
        }
    }

    /** Reads a source without importing anything, and says how many of its rows are refused. */
    public long check(long project, EventSource source, Model model, LoadListener listener)
            throws IOException, LoadFailed {
        requireProject(project);
        long[] refused = new long[1];
        RefusedRows rows =
                row -> {
                    refused[0]++;
                    listener.refused(new RefusedLine(source.name(), row.line(), row.reason()));
                };
        try (ModelImport check =
                ModelImport.of(model, lake, project, "check", memory, rows, listener)) {
            check.read(source);
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

    private void requireProject(long project) throws LoadFailed {
        if (!lake.projects().exists(project)) {
            throw new LoadFailed("there is no project " + project);
        }
    }
}
