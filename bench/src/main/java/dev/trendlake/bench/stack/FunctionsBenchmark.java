package dev.trendlake.bench.stack;

import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the start of a function's process adds to its first answer: no snapshot, Lambda's own
 * runtime client, the packaged jar; beside a handler that makes the same clients and does nothing.
 * Both plain, and with their classes loaded and linked ahead of time.
 */
public final class FunctionsBenchmark {
    private static final int TIMES = 9;
    private static final String QUESTION =
            """
            {"events": [{"id": "$pageview"}], "breakdown": "$browser",
             "date_from": "2015-05-17", "date_to": "2015-05-20"}
            """;

    private final Path checkout;
    private final PrintStream out;

    /** Takes the folder with the template and what was built, and where to print. */
    public FunctionsBenchmark(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /** Measures, and prints a table. */
    public void run() throws IOException, InterruptedException, LoadFailed {
        try (HostedStack stack = HostedStack.start(checkout)) {
            BenchProject.prepare(stack.running(), BenchProject.weblog());
            try (ApiClient api = new ApiClient(stack.running().gateway())) {
                api.ask(QUESTION);
            }
            measure(stack);
        }
    }

    private void measure(HostedStack stack) throws IOException, InterruptedException {
        FunctionDefinition trends = FreshFunction.trends(checkout);
        FunctionDefinition idle =
                idle(trends, HandlerJar.write(IdleFunction.class, stack.folder(), trends.jar()));
        MarkdownTable table =
                new MarkdownTable(
                        out,
                        List.of(
                                "from the start of the process to the first answer, median of "
                                        + TIMES,
                                "`TrendFunction`, cached answer",
                                "a handler that does nothing",
                                "ratio"));
        compare("plain", trends, idle, stack, table);
        compare(
                "with a cache made ahead of time",
                AheadOfTime.trained(trends, stack.folder(), function -> train(function, stack)),
                AheadOfTime.trained(idle, stack.folder(), function -> train(function, stack)),
                stack,
                table);
    }

    private static void compare(
            String how,
            FunctionDefinition trends,
            FunctionDefinition idle,
            HostedStack stack,
            MarkdownTable table)
            throws IOException, InterruptedException {
        List<Duration> ours = new ArrayList<>();
        List<Duration> theirs = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            ours.add(firstAnswer(trends, stack));
            theirs.add(firstAnswer(idle, stack));
        }
        table.row(
                List.of(
                        how,
                        median(ours),
                        median(theirs),
                        new Sample(ours).ratioTo(new Sample(theirs))));
    }

    private static Duration firstAnswer(FunctionDefinition definition, HostedStack stack)
            throws IOException, InterruptedException {
        try (FreshFunction function = fresh(definition, stack);
                ApiClient api = new ApiClient(function.endpoint())) {
            return api.ask(QUESTION).took();
        }
    }

    private static void train(FunctionDefinition definition, HostedStack stack)
            throws IOException, InterruptedException {
        try (FreshFunction function = fresh(definition, stack);
                ApiClient api = new ApiClient(function.endpoint())) {
            api.ask(QUESTION);
            function.endInOrder();
        }
    }

    private static FreshFunction fresh(FunctionDefinition definition, HostedStack stack) {
        RunningStack running = stack.running();
        return FreshFunction.of(definition, stack, running.athena(), running.dynamoDb());
    }

    private static FunctionDefinition idle(FunctionDefinition like, Path jar) {
        return new FunctionDefinition(
                "IdleFunction",
                "idle",
                IdleFunction.class.getName() + "::handleRequest",
                jar,
                like.memoryMegabytes(),
                like.timeout(),
                like.environment());
    }

    private static String median(List<Duration> times) {
        return Sample.milliseconds(new Sample(times).median());
    }
}
