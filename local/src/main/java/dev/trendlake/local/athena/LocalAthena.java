package dev.trendlake.local.athena;

import java.net.URI;
import java.nio.file.Path;

/** Stands in until the engine is merged. */
public final class LocalAthena implements AutoCloseable {
    private LocalAthena() {}

    /** Starts nothing yet. */
    public static LocalAthena start(Path buckets, Path metastore, int port) {
        return new LocalAthena();
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:1");
    }

    /** Creates a database. */
    public void createDatabase(String name) {}

    /** Creates a table. */
    public void createTable(GlueTable table) {}

    /** Creates a workgroup. */
    public void createWorkGroup(WorkGroup workGroup) {}

    @Override
    public void close() {}
}
