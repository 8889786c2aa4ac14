package dev.trendlake.local.stack;

import dev.trendlake.local.athena.LocalAthena;
import dev.trendlake.local.firehose.LocalFirehose;
import dev.trendlake.local.gateway.Gateway;
import dev.trendlake.local.gateway.Router;
import dev.trendlake.local.http.LoopbackServer;
import dev.trendlake.local.lambda.FunctionSettings;
import dev.trendlake.local.lambda.InvokeApi;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.lambda.Outcome;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.queue.SqsApi;
import dev.trendlake.local.template.Route;
import dev.trendlake.local.template.Template;
import dev.trendlake.local.trigger.Triggers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/** Trendlake in this process and its children: services, functions, gateway. */
public final class LocalStack implements Stack {
    private final DataLock lock;
    private final StackServices services;
    private final LocalLambda functions;
    private final InvokeApi invokeApi;
    private final Router router;
    private final Gateway gateway;
    private final SqsApi sqs;
    private final Triggers triggers;
    private final RunningStack running;

    /** Started before they are asked: most requests are theirs. */
    private static final Set<String> WARM =
            Set.of("FallbackFunction", "QueryFunction", "TrendFunction");

    private LocalStack(
            Template template,
            StackOptions options,
            DataLock lock,
            StackServices services,
            InstantSource clock) {
        this.lock = lock;
        this.services = services;
        this.functions = LocalLambda.of(template.functions().values(), settings(options, services));
        this.invokeApi = InvokeApi.start(functions, 0);
        this.router = new Router(template.routes());
        this.gateway =
                Gateway.start(
                        template.routes(),
                        template.cors(),
                        functions,
                        clock,
                        Gateway.TIMEOUT,
                        options.port());
        this.sqs = SqsApi.start(services.queues(), 0);
        this.triggers =
                Triggers.start(
                        template.deliveries(), services.queues(), functions, options.schedules());
        this.running = running(template);
    }

    /**
     * Starts a stack and everything that its template names.
     *
     * @throws dev.trendlake.local.http.PortInUse when another program has the gateway's port
     * @throws DataInUse when another stack has the data
     * @throws dev.trendlake.local.template.InvalidTemplate when the template can't be resolved
     */
    public static LocalStack start(StackOptions options) {
        return start(options, InstantSource.system());
    }

    /**
     * Starts a stack and everything that its template names, throwing as {@link #start} does.
     *
     * @param clock tells the gateway's time, which is the "now" of requests
     */
    public static LocalStack start(StackOptions options, InstantSource clock) {
        Template template = Template.read(options.template(), options.parameters());
        LoopbackServer.requireFree(options.port());
        DataLock lock = DataLock.take(options.data());
        try {
            return start(template, options, lock, clock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LocalStack start(
            Template template, StackOptions options, DataLock lock, InstantSource clock) {
        StackServices services = StackServices.start(template, options);
        try {
            LocalStack stack = new LocalStack(template, options, lock, services, clock);
            template.routes().stream()
                    .map(Route::function)
                    .distinct()
                    .filter(WARM::contains)
                    .forEach(stack.functions::warm);
            return stack;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    @Override
    public RunningStack running() {
        return running;
    }

    @Override
    public String invoke(String function, String event)
            throws FunctionFailed, InterruptedException {
        return switch (functions.invoke(function, event)) {
            case Outcome.Answer(String payload) -> payload;
            case Outcome.Failure(String payload) -> throw new FunctionFailed(payload);
        };
    }

    @Override
    public String functionOf(String method, String path) {
        return router.find(method, path)
                .map(match -> match.route().function())
                .orElseThrow(
                        () -> new IllegalArgumentException("no route for " + method + " " + path));
    }

    /** The Athena of this stack, whose calls tests count and whose faults they ask for. */
    LocalAthena athena() {
        return services.localAthena();
    }

    /** The queues of this stack, whose messages tests look at and whose order they disturb. */
    LocalQueues queues() {
        return services.queues();
    }

    /** The Firehose of this stack, whose faults tests ask for. */
    LocalFirehose firehose() {
        return services.localFirehose();
    }

    @Override
    public void close() {
        triggers.close();
        sqs.close();
        gateway.close();
        invokeApi.close();
        functions.close();
        services.close();
        lock.close();
    }

    private RunningStack running(Template template) {
        return new RunningStack(
                gateway.endpoint(),
                services.athena(),
                services.dynamoDb(),
                services.s3(),
                invokeApi.endpoint(),
                sqs.endpoint(),
                services.firehose(),
                Template.REGION,
                template.bucket("DataBucket"),
                template.glueTable("EventsTable").database(),
                template.glueTable("EventsTable").name(),
                template.workGroup("WorkGroup").name(),
                template.table("ApiKeysTable"),
                template.table("ProjectsTable"),
                template.table("ResultsTable"),
                template.table("PartitionsTable"),
                propertyColumns(template));
    }

    // As the import is told; a load on this machine does the same.
    private static String propertyColumns(Template template) {
        return template.functions().values().stream()
                .map(function -> function.environment().getOrDefault("PROPERTY_COLUMNS", ""))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static FunctionSettings settings(StackOptions options, StackServices services) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new FunctionSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                options.runtimeClient(),
                options.logs(),
                services.environment(),
                Math.clamp(processors, 2, 4),
                !System.getProperty("os.name", "").equals("Linux"));
    }
}
