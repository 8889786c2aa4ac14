package dev.trendlake.bench.stack;

import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.local.template.FunctionDefinition;
import dev.trendlake.trends.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a whole request takes on a fresh stack with the demonstration's events. */
public final class StackBenchmark {
    private static final int WARM_UP = 100;
    private static final int REQUESTS = 200;
    private static final int COMPUTED = 30;
    private static final String PER_DAY =
            """
            {"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}
            """;
    private static final String BY_BROWSER =
            """
            {"events": [{"id": "$pageview", "math": "dau"}], "breakdown": "$browser",
             "date_from": "2015-05-17", "date_to": "2015-05-20"}
            """;
    private static final String PER_HOUR =
            """
            {"events": [{"id": "$pageview"}], "interval": "hour",
             "properties": [{"key": "status", "value": %d, "operator": "gt", "type": "event"}],
             "date_from": "2015-05-17", "date_to": "2015-05-20"}
            """;

    private final Path checkout;
    private final PrintStream out;

    /** Takes the folder with the template and what was built, and where to print. */
    public StackBenchmark(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /** Measures, and prints a table. */
    public void run() throws IOException, InterruptedException, LoadFailed {
        try (HostedStack stack = HostedStack.start(checkout)) {
            long events = BenchProject.prepare(stack.running(), BenchProject.weblog());
            MarkdownTable table = new MarkdownTable(out, List.of("measure", "value"));
            table.row("events", String.format(Locale.ROOT, "%,d", events));
            table.row(
                    "start of the stack, from its JVM's start to the gateway's first answer",
                    Sample.milliseconds(stack.startUp()));
            askOverHttp(stack, table);
            reportMemory(new Memory(stack.process()), table);
            countCalls(stack, table);
        }
    }

    private void askOverHttp(HostedStack stack, MarkdownTable table)
            throws IOException, InterruptedException {
        FunctionLog log = new FunctionLog(stack, "TrendFunction");
        try (ApiClient api = new ApiClient(stack.running().gateway())) {
            table.row(
                    "first computed answer (nothing has run before)",
                    Sample.milliseconds(api.ask(PER_DAY).took()));
            table.row(
                    "second computed answer, another question",
                    Sample.milliseconds(api.ask(BY_BROWSER).took()));
            List<Duration> computed = new ArrayList<>();
            for (int i = 0; i < COMPUTED; i++) {
                computed.add(api.ask(PER_HOUR.formatted(i)).took());
            }
            table.row(
                    "the next " + COMPUTED + " computed answers, median",
                    Sample.milliseconds(new Sample(computed).median()));
            reportOwn(log.last("executions", COMPUTED), table);
            askAgain(api, stack, log, table);
        }
    }

    private static void reportOwn(List<FunctionLog.Request> requests, MarkdownTable table) {
        Sample own = new Sample(requests.stream().map(FunctionLog.Request::own).toList());
        Sample whole = new Sample(requests.stream().map(FunctionLog.Request::whole).toList());
        report("of that the function's own time, without Athena's", own, table);
        table.row("by stage: median", stages(requests));
        double share = 100.0 * own.median().toNanos() / whole.median().toNanos();
        table.row("its share", String.format(Locale.ROOT, "%.0f %%", share));
    }

    private static String stages(List<FunctionLog.Request> requests) {
        return Arrays.stream(Stage.values())
                .map(stage -> {
                    Sample sample =
                            new Sample(
                                    requests.stream()
                                            .map(request -> request.stage(stage))
                                            .toList());
                    return "%s %s"
                            .formatted(
                                    stage.name().toLowerCase(Locale.ROOT),
                                    Sample.milliseconds(sample.median()));
                })
                .collect(Collectors.joining(", "));
    }

    // In turns, so that whatever else the machine does meets both alike.
    private void askAgain(ApiClient api, HostedStack stack, FunctionLog log, MarkdownTable table)
            throws IOException, InterruptedException {
        List<Duration> overHttp = new ArrayList<>();
        List<Duration> bare = new ArrayList<>();
        try (BareRead read = BareRead.like(FreshFunction.trends(checkout), stack)) {
            for (int i = 0; i < WARM_UP + REQUESTS; i++) {
                overHttp.add(api.ask(BY_BROWSER).took());
                bare.add(read.read());
            }
        }
        List<FunctionLog.Request> requests = log.last("cache_hits", REQUESTS);
        Sample cached = new Sample(requests.stream().map(FunctionLog.Request::whole).toList());
        Sample item = new Sample(bare.subList(WARM_UP, bare.size()));
        report(
                "cached answer over HTTP, " + REQUESTS + " in a row",
                new Sample(overHttp.subList(WARM_UP, overHttp.size())),
                table);
        report("of that the function's time", cached, table);
        report("one bare `GetItem` in a function's process, in turns with them", item, table);
        table.row("the function's time ÷ `GetItem`", cached.ratioTo(item));
    }

    private static void report(String measure, Sample sample, MarkdownTable table) {
        table.row(
                measure + ": median, p95",
                Sample.milliseconds(sample.median()) + ", " + Sample.milliseconds(sample.p95()));
    }

    private static void reportMemory(Memory memory, MarkdownTable table) {
        table.row("memory (RSS): engine, gateway and S3", megabytes(List.of(memory.ofHost())));
        for (String function : List.of("TrendFunction", "FallbackFunction")) {
            table.row("memory: " + function, megabytes(memory.ofChildren(function + "::")));
        }
        table.row("memory: DynamoDB Local", megabytes(memory.ofChildren("ServerRunner")));
    }

    private static String megabytes(List<Long> processes) {
        return String.join(" + ", processes.stream().map(String::valueOf).toList()) + " MB";
    }

    /** Counts on a function of its own, so that counting slows nothing that is timed. */
    private void countCalls(HostedStack stack, MarkdownTable table)
            throws IOException, InterruptedException {
        FunctionDefinition trends = FreshFunction.trends(checkout);
        try (CountingProxy athena = CountingProxy.before(stack.running().athena());
                CountingProxy dynamoDb = CountingProxy.before(stack.running().dynamoDb());
                FreshFunction function =
                        FreshFunction.of(trends, stack, athena.endpoint(), dynamoDb.endpoint());
                ApiClient api = new ApiClient(function.endpoint())) {
            api.ask(PER_DAY);
            takeCalls(athena, dynamoDb);
            api.ask(PER_HOUR.formatted(COMPUTED));
            table.row("calls for a computed answer", takeCalls(athena, dynamoDb));
            api.ask(PER_HOUR.formatted(COMPUTED));
            table.row("calls for a cached answer", takeCalls(athena, dynamoDb));
        }
        double megabytes = Files.size(trends.jar()) / 1e6;
        table.row("the functions' jar", String.format(Locale.ROOT, "%.1f MB", megabytes));
    }

    private static String takeCalls(CountingProxy athena, CountingProxy dynamoDb) {
        return "Athena: %s; DynamoDB: %s".formatted(athena.takeCounts(), dynamoDb.takeCounts());
    }
}
