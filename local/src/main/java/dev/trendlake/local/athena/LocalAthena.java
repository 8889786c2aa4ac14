package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.trendlake.local.engine.Engine;
import dev.trendlake.local.log.LibraryLog;
import dev.trendlake.local.net.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * Athena on this machine, for the AWS SDK's client with another endpoint. Tables and workgroups are
 * made here, as CloudFormation would; over the wire it only takes queries.
 */
public final class LocalAthena implements AutoCloseable {
    private final Engine engine;
    private final GlueCatalog catalog;
    private final WorkGroups workGroups = new WorkGroups();
    private final Faults faults = new Faults();
    private final Calls calls = new Calls();
    private final Executions executions;
    private final StartQueryExecution start;
    private final ExecutionCalls looks;
    private final HttpServer server;

    private LocalAthena(Engine engine, Path buckets, HttpServer server) {
        this.engine = engine;
        this.catalog = new GlueCatalog(engine.metastore());
        this.executions = new Executions(new ExecutionRunner(engine, faults), calls);
        this.start = new StartQueryExecution(executions, workGroups, faults, buckets);
        this.looks = new ExecutionCalls(executions);
        this.server = server;
    }

    /**
     * Starts the engine and listens on the loopback interface. The warnings of the libraries go to
     * {@code libraries.log} beside the metastore, unless {@link LibraryLog} was set before.
     *
     * @param buckets holds one folder for each bucket
     * @param metastore a folder of its own for what is known of the tables
     * @param port 0 for any free one
     * @throws UncheckedIOException when the port or a folder can't be used
     */
    public static LocalAthena start(Path buckets, Path metastore, int port) {
        // Otherwise small answers wait 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path lake = buckets.toAbsolutePath().normalize();
        Path tables = metastore.toAbsolutePath().normalize();
        try {
            LibraryLog.to(tables.resolveSibling("libraries.log"));
            // A port in use shows now, and not after the seconds that the engine takes.
            HttpServer server = serverOn(FreePort.orAny(port));
            LocalAthena athena = new LocalAthena(Engine.start(lake, tables), lake, server);
            athena.listen();
            return athena;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes a database; nothing when it is there. */
    public void createDatabase(String name) {
        catalog.createDatabase(name);
    }

    /** Makes a table, and its database; takes the place of one that is different. */
    public void createTable(GlueTable table) {
        catalog.createTable(table);
    }

    /** Makes a workgroup, in the place of one with its name. */
    public void createWorkGroup(WorkGroup workGroup) {
        workGroups.put(workGroup);
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** How often it was called. */
    public Calls calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
        engine.close();
    }

    private static HttpServer serverOn(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private void listen() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new AthenaProtocol(this::answer, faults, calls));
        server.start();
    }

    private ObjectNode answer(Operation operation, RequestBody request) throws Refusal {
        return switch (operation) {
            case START_QUERY_EXECUTION -> start.answer(request);
            case GET_QUERY_EXECUTION -> looks.get(request);
            case BATCH_GET_QUERY_EXECUTION -> looks.batchGet(request);
            case GET_QUERY_RESULTS -> new GetQueryResults(executions).answer(request);
            case STOP_QUERY_EXECUTION -> looks.stop(request);
            case LIST_QUERY_EXECUTIONS ->
                    new ListQueryExecutions(executions, workGroups).answer(request);
            case GET_WORK_GROUP -> new GetWorkGroup(workGroups).answer(request);
            case LIST_WORK_GROUPS -> new ListWorkGroups(workGroups).answer(request);
        };
    }
}
