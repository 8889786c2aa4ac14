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
 */
public final class FunctionsBenchmark {
    private static final int TIMES = 5;
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
        FunctionDefinition idle = idle(trends, IdleJar.write(stack.folder(), trends.jar()));
        List<Duration> ours = new ArrayList<>();
        List<Duration> theirs = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            ours.add(firstAnswer(trends, stack));
            theirs.add(firstAnswer(idle, stack));
        }
        MarkdownTable table = new MarkdownTable(out, List.of("measure", "value"));
        String start = "from the start of the process to the first answer, median of " + TIMES;
        table.row(start + ": TrendFunction, cached answer", median(ours));
        table.row(start + ": a handler that does nothing", median(theirs));
        table.row("TrendFunction ÷ nothing", new Sample(ours).ratioTo(new Sample(theirs)));
    }

    private static Duration firstAnswer(FunctionDefinition definition, HostedStack stack)
            throws IOException, InterruptedException {
        RunningStack running = stack.running();
        try (FreshFunction function =
                        FreshFunction.of(definition, stack, running.athena(), running.dynamoDb());
                ApiClient api = new ApiClient(function.endpoint())) {
            return api.ask(QUESTION).took();
        }
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
