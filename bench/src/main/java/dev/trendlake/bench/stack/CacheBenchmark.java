package dev.trendlake.bench.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.local.template.FunctionDefinition;
import dev.trendlake.local.template.Template;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is computed when a chart is asked for again, and by many at once. */
public final class CacheBenchmark {
    private static final int DAYS = 31;
    private static final int PER_DAY = 3_000;
    private static final int PROCESSES = 20;
    private static final int CALLERS = 200;
    private static final Map<String, String> UNLIMITED =
            Map.of("RequestsPerMinute", "0", "RequestsPerHour", "0");
    private static final String CHART =
            """
            {"events": [{"id": "$pageview", "math": "dau"}], "breakdown": "$browser",
             "date_from": "-30d", "interval": "day"%s}
            """;
    private static final String COLD =
            """
            {"events": [{"id": "%s"}], "breakdown": "$os", "date_from": "-30d", "interval": "day"}
            """;

    private final Path checkout;
    private final PrintStream out;
    private final GeneratedEvents events = new GeneratedEvents();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** Takes the folder with the template and what was built, and where to print. */
    public CacheBenchmark(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /** Measures, and prints tables. */
    public void run() throws IOException, InterruptedException, LoadFailed {
        try (HostedStack stack = HostedStack.start(checkout, UNLIMITED)) {
            Path file = stack.folder().resolve("month.jsonl");
            events.write(file, today.minusDays(DAYS - 1), DAYS, PER_DAY);
            BenchProject.prepare(stack.running(), EventSource.of(file));
            askAgain(stack);
            askAtOnce(stack);
        }
    }

    private void askAgain(HostedStack stack) throws IOException, InterruptedException, LoadFailed {
        MarkdownTable table =
                new MarkdownTable(
                        out, List.of("a chart of 31 days by day", "executions", "bytes read"));
        try (ApiClient api = new ApiClient(stack.running().gateway())) {
            row(table, "asked for the first time", api.ask(CHART.formatted("")));
            row(table, "again", api.ask(CHART.formatted("")));
            arrive(stack, today, "today.jsonl");
            ApiClient.Answered merged = api.ask(CHART.formatted(""));
            row(table, "again after events of today arrived", merged);
            row(table, "again", api.ask(CHART.formatted("")));
            arrive(stack, today.minusDays(20), "late.jsonl");
            arrive(stack, today, "more.jsonl");
            row(
                    table,
                    "again after events of today and of the day 20 days ago arrived",
                    api.ask(CHART.formatted("")));
            ApiClient.Answered last = api.ask(CHART.formatted(""));
            ApiClient.Answered afresh = api.ask(CHART.formatted(", \"refresh\": true"));
            row(table, "all of it anew", afresh);
            out.println("merged as computed anew: " + result(last).equals(result(afresh)));
        }
    }

    private void arrive(HostedStack stack, LocalDate day, String name)
            throws IOException, LoadFailed {
        Path file = stack.folder().resolve(name);
        events.write(file, day, 1, PER_DAY / 10);
        try (StackClients clients = new StackClients(stack.running())) {
            clients.loader(Clock.systemUTC())
                    .load(
                            BenchProject.ID,
                            List.of(EventSource.of(file)),
                            BadLines.FATAL,
                            LoadListener.none());
        }
    }

    private void askAtOnce(HostedStack stack) throws IOException, InterruptedException {
        FunctionDefinition trends =
                Objects.requireNonNull(
                        Template.read(checkout.resolve("template.yaml"), UNLIMITED)
                                .functions()
                                .get("TrendFunction"));
        try (CountingProxy athena = CountingProxy.before(stack.running().athena());
                FreshFunction function =
                        FreshFunction.of(
                                trends,
                                stack,
                                athena.endpoint(),
                                stack.running().dynamoDb(),
                                PROCESSES)) {
            // Processes start on two cores for a while; the question after that finds them all.
            for (int round = 0; round < 3; round++) {
                results(function, COLD.formatted("paid"), 3 * PROCESSES);
            }
            athena.takeCounts();
            List<String> results = results(function, COLD.formatted("$pageview"), CALLERS);
            Set<String> different = new TreeSet<>(results);
            out.println();
            out.printf(
                    Locale.ROOT,
                    "%d callers at once, up to %d processes: %d executions, %d answers, %d"
                            + " different%n",
                    CALLERS,
                    PROCESSES,
                    athena.count("StartQueryExecution"),
                    results.size(),
                    different.size());
        }
    }

    private static List<String> results(FreshFunction function, String question, int callers)
            throws InterruptedException {
        List<Future<String>> asked = new ArrayList<>();
        List<String> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers);
                ApiClient api = new ApiClient(function.endpoint())) {
            for (int caller = 0; caller < callers; caller++) {
                asked.add(threads.submit(() -> result(api.ask(question))));
            }
            for (Future<String> one : asked) {
                results.add(one.get());
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a caller got no answer", e);
        }
        return results;
    }

    private static String result(ApiClient.Answered answered) throws IOException {
        ObjectNode body = (ObjectNode) new JsonMapper().readTree(answered.body());
        return body.path("result").toString();
    }

    private static void row(MarkdownTable table, String what, ApiClient.Answered answered) {
        table.row(
                List.of(
                        what,
                        answered.executionId().isEmpty() ? "0" : "1",
                        String.format(Locale.ROOT, "%,d", answered.bytesScanned())));
    }
}
