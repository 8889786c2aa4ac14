package dev.trendlake.intake.imports;

import java.io.IOException;

/** A source whose rows are read, and not yet in the lake. */
final class ReadSource implements AutoCloseable {
    private final SourceImport imports;
    private final long project;
    private final SourceId id;
    private final String name;
    private final ModelImport rows;
    private final RefusedFile refused;

    /**
     * @param name what the source is called
     * @param refused the rows that are refused
     */
    ReadSource(
            SourceImport imports,
            long project,
            SourceId id,
            String name,
            ModelImport rows,
            RefusedFile refused) {
        this.imports = imports;
        this.project = project;
        this.id = id;
        this.name = name;
        this.rows = rows;
        this.refused = refused;
    }

    /** Writes it, keeps what was refused of it, and marks it. */
    ImportReport write() throws IOException {
        ImportReport report = rows.write(refused.count());
        imports.end(project, id, name, refused, report);
        return report;
    }

    @Override
    public void close() throws IOException {
        try (refused) {
            rows.close();
        }
    }
}
