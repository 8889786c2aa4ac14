package dev.trendlake.bench.stack;

import dev.trendlake.bench.stack.ApiClient.Answered;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.stack.StackClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.athena.AthenaClient;

/**
 * What each kind of question costs the engine, beside a statement that was written by hand for that
 * one question and gives the same numbers: over a million events of 90 days.
 */
public final class QuestionsBenchmark {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-05-01");
    private static final int DAYS = 90;
    private static final int EVENTS_PER_DAY = 11_112;
    private static final int PEOPLE = 50_000;
    private static final int WARM_UP = 1;
    private static final int TURNS = 5;
    private static final int SHOWN_DIFFERENCES = 5;

    private final Path checkout;
    private final String wanted;
    private final PrintStream out;
    private int faults;

    /**
     * Takes the folder with the template and what was built, and where to print.
     *
     * @param wanted a part of the names of the questions to ask; empty for all of them
     */
    public QuestionsBenchmark(Path checkout, String wanted, PrintStream out) {
        this.checkout = checkout;
        this.wanted = wanted;
        this.out = out;
    }

    /**
     * Measures, and prints a table.
     *
     * @throws IllegalStateException when a statement gave other numbers than the one by hand, or a
     *     question took more than one
     */
    public void run() throws IOException, InterruptedException, LoadFailed {
        try (HostedStack stack = HostedStack.start(checkout)) {
            Path file = stack.folder().resolve("shop.jsonl");
            new ShopEvents(PEOPLE).write(file, FIRST_DAY, DAYS, EVENTS_PER_DAY);
            BenchProject.prepare(stack.running(), EventSource.of(file));
            List<Asked> all = askAll(stack);
            keepStatements(all);
            try (EngineRuns engine = new EngineRuns(stack)) {
                for (Asked asked : all) {
                    check(asked, engine);
                }
                compareAll(all, engine, new ColumnBytes(stack.lake()));
            }
        }
        if (faults > 0) {
            throw new IllegalStateException("questions with other numbers: " + faults);
        }
    }

    // For whoever wants to know why a ratio is what it is.
    private void keepStatements(List<Asked> all) throws IOException {
        Path folder = Files.createDirectories(checkout.resolve("bench/target/questions"));
        for (Asked asked : all) {
            Files.writeString(
                    folder.resolve(asked.question().name().replace(' ', '-') + ".sql"),
                    asked.sql() + "\n");
        }
    }

    private List<Asked> askAll(HostedStack stack) throws IOException, InterruptedException {
        List<Asked> all = new ArrayList<>();
        try (CountingProxy athena = CountingProxy.before(stack.running().athena());
                FreshFunction function =
                        FreshFunction.of(
                                FreshFunction.trends(checkout),
                                stack,
                                athena.endpoint(),
                                stack.running().dynamoDb());
                ApiClient api = new ApiClient(function.endpoint());
                StackClients clients = new StackClients(stack.running());
                AthenaClient executions = clients.athena()) {
            for (Question question : Question.all()) {
                if (question.name().contains(wanted)) {
                    athena.takeCounts();
                    Answered answer = api.ask(question.filter());
                    int started = athena.count("StartQueryExecution");
                    all.add(new Asked(question, answer, started, sql(answer, executions)));
                }
            }
        }
        return all;
    }

    private static String sql(Answered answer, AthenaClient executions) {
        return executions
                .getQueryExecution(request -> request.queryExecutionId(answer.executionId()))
                .queryExecution()
                .query();
    }

    private void compareAll(List<Asked> all, EngineRuns engine, ColumnBytes columns)
            throws IOException {
        MarkdownTable table =
                new MarkdownTable(
                        out,
                        List.of(
                                "question",
                                "statements",
                                "read ÷ its columns",
                                "read ÷ read by hand",
                                "CPU ÷ CPU by hand: median, least"));
        for (Asked asked : all) {
            Question question = asked.question();
            long needed = columns.of(question.columns(), question.first(), question.last());
            table.row(row(asked, needed, Turns.run(engine, asked.sql(), question.byHand())));
        }
    }

    private void check(Asked asked, EngineRuns engine) throws IOException {
        Figures byHand = Figures.ofRows(engine.run(asked.question().byHand()).rows());
        List<String> differences = Figures.ofAnswer(asked.answer().body()).differencesTo(byHand);
        if (asked.statements() != 1 || byHand.values().isEmpty() || !differences.isEmpty()) {
            faults++;
            System.err.println(
                    "%s: %d statements, %d figures by hand, %d other ones: %s"
                            .formatted(
                                    asked.question().name(),
                                    asked.statements(),
                                    byHand.values().size(),
                                    differences.size(),
                                    differences.stream().limit(SHOWN_DIFFERENCES).toList()));
        }
    }

    private static List<String> row(Asked asked, long needed, Turns turns) {
        return List.of(
                asked.question().name(),
                Integer.toString(asked.statements()),
                ratio(asked.answer().bytesScanned(), needed),
                ratio(turns.ours().getFirst().bytes(), turns.byHand().getFirst().bytes()),
                ratio(Turns.medianTime(turns.ours()), Turns.medianTime(turns.byHand()))
                        + ", "
                        + ratio(Turns.leastTime(turns.ours()), Turns.leastTime(turns.byHand())));
    }

    private static String ratio(long one, long other) {
        return String.format(Locale.ROOT, "%.2f×", (double) one / other);
    }

    private record Asked(Question question, Answered answer, int statements, String sql) {}

    /** Runs of two statements in turns, so that whatever else the machine does meets both alike. */
    private record Turns(List<EngineRuns.Ran> ours, List<EngineRuns.Ran> byHand) {
        static Turns run(EngineRuns engine, String ours, String byHand) {
            Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < WARM_UP + TURNS; i++) {
                EngineRuns.Ran one = engine.run(ours);
                EngineRuns.Ran other = engine.run(byHand);
                if (i >= WARM_UP) {
                    turns.ours.add(one);
                    turns.byHand.add(other);
                }
            }
            return turns;
        }

        static long medianTime(List<EngineRuns.Ran> runs) {
            return runs.stream()
                    .mapToLong(EngineRuns.Ran::cpuMilliseconds)
                    .sorted()
                    .skip(TURNS / 2)
                    .findFirst()
                    .orElseThrow();
        }

        static long leastTime(List<EngineRuns.Ran> runs) {
            return runs.stream().mapToLong(EngineRuns.Ran::cpuMilliseconds).min().orElseThrow();
        }
    }
}
