package dev.trendlake.local.engine;

import io.airlift.units.Duration;
import io.trino.client.ClientSession;
import io.trino.client.StatementClientFactory;
import io.trino.filesystem.local.LocalFileSystemFactory;
import io.trino.metastore.HiveMetastore;
import io.trino.plugin.hive.metastore.file.FileHiveMetastore;
import io.trino.plugin.hive.metastore.file.FileHiveMetastoreConfig;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.NodeVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/**
 * Trino with Athena's catalog over a folder of buckets.
 *
 * <p>The JVM needs {@code --add-modules=jdk.incubator.vector}; {@code
 * --sun-misc-unsafe-memory-access=allow} and {@code --enable-native-access=ALL-UNNAMED} silence its
 * warnings. When {@link #start} fails, threads of the engine stay behind: end the process with
 * {@link Runtime#halt}.
 */
public final class Engine implements AutoCloseable {
    /** The name of Athena's default catalog, as queries see it. */
    public static final String CATALOG = "awsdatacatalog";

    private static final Map<String, String> SERVER =
            Map.of(
                    "query.client.timeout", "10m",
                    "node-scheduler.min-candidates", "1",
                    // Tasks that are over are gone through again and again: 15 minutes of them
                    // took a tenth of the engine's time where statements come one after the other.
                    "task.info.max-age", "30s",
                    "web-ui.enabled", "false");

    private static final Map<String, String> LAKE =
            Map.ofEntries(
                    Map.entry("hive.partition-projection-enabled", "true"),
                    Map.entry("hive.security", "allow-all"),
                    // A projected day without a folder has no rows; it is no error in Athena.
                    Map.entry("hive.ignore-absent-partitions", "true"),
                    // The file metastore keeps none for projected partitions.
                    Map.entry("hive.table-statistics-enabled", "false"),
                    Map.entry("hive.collect-column-statistics-on-write", "false"),
                    // Otherwise small files are read whole, and too many bytes are counted.
                    Map.entry("parquet.small-file-threshold", "0B"));

    private final TestingTrinoServer server;
    private final HiveMetastore metastore;
    private final OkHttpClient client;

    private Engine(TestingTrinoServer server, HiveMetastore metastore) {
        this.server = server;
        this.metastore = metastore;
        this.client =
                new OkHttpClient.Builder()
                        .readTimeout(0, TimeUnit.SECONDS)
                        .connectTimeout(10, TimeUnit.SECONDS)
                        .build();
    }

    /**
     * Starts the engine: about six seconds.
     *
     * @param buckets holds one folder for each bucket
     * @param metastore keeps what is known of the tables
     */
    public static Engine start(Path buckets, Path metastore) {
        HiveMetastore tables = metastoreIn(metastore);
        TestingTrinoServer server = TestingTrinoServer.builder().setProperties(SERVER).build();
        server.installPlugin(new LakePlugin(tables, identity -> new BucketFileSystem(buckets)));
        server.createCatalog(CATALOG, "lake", LAKE);
        return new Engine(server, tables);
    }

    /** What is known of the tables. */
    public HiveMetastore metastore() {
        return metastore;
    }

    /** Starts a statement in a database; the session's zone is UTC, as Athena's. */
    public EngineStatement start(String sql, String database) {
        ClientSession session =
                ClientSession.builder()
                        .server(server.getBaseUrl())
                        .user(Optional.of("trendlake"))
                        .source("athena")
                        .catalog(CATALOG)
                        .schema(database)
                        .timeZone(ZoneId.of("UTC"))
                        .clientRequestTimeout(new Duration(2, TimeUnit.MINUTES))
                        .build();
        return new EngineStatement(
                StatementClientFactory.newStatementClient(client, session, sql, Optional.empty()));
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HiveMetastore metastoreIn(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileHiveMetastore(
                NodeVersion.UNKNOWN,
                new LocalFileSystemFactory(folder),
                false,
                new FileHiveMetastoreConfig()
                        .setCatalogDirectory("local:///")
                        // Tables lie in buckets, which this metastore knows nothing of.
                        .setDisableLocationChecks(true));
    }
}
