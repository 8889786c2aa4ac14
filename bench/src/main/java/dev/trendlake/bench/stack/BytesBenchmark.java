package dev.trendlake.bench.stack;

import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the engine reads for a question, beside what the columns of that question hold: over many
 * days with small files, and over one day with a large one.
 */
public final class BytesBenchmark {
    private static final List<Days> RANGES =
            List.of(
                    new Days(LocalDate.parse("2026-05-01"), 30, 3_334),
                    new Days(LocalDate.parse("2026-03-01"), 1, 200_000));

    private static final List<Question> QUESTIONS =
            List.of(
                    new Question(
                            "events per day",
                            "\"events\": [{\"id\": \"$pageview\"}]",
                            Set.of("event", "timestamp")),
                    new Question(
                            "people per day",
                            "\"events\": [{\"id\": \"$pageview\", \"math\": \"dau\"}]",
                            Set.of("event", "timestamp", "person_key")),
                    new Question(
                            "events by browser",
                            "\"events\": [{\"id\": \"$pageview\"}], \"breakdown\": \"$browser\"",
                            Set.of("event", "timestamp", "properties")),
                    new Question(
                            "events of people with a plan",
                            """
                            "events": [{"id": "$pageview"}],
                            "properties": [{"key": "plan", "value": "pro", "type": "person"}]
                            """,
                            Set.of("event", "timestamp", "person_properties")));

    private final Path checkout;
    private final PrintStream out;

    /** Takes the folder with the template and what was built, and where to print. */
    public BytesBenchmark(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /** Measures, and prints a table. */
    public void run() throws IOException, InterruptedException, LoadFailed {
        try (HostedStack stack = HostedStack.start(checkout)) {
            GeneratedEvents events = new GeneratedEvents();
            for (Days days : RANGES) {
                Path file = stack.folder().resolve(days.first() + ".jsonl");
                events.write(file, days.first(), days.count(), days.eventsPerDay());
                BenchProject.prepare(stack.running(), EventSource.of(file));
            }
            report(stack);
        }
    }

    private void report(HostedStack stack) throws IOException, InterruptedException {
        ColumnBytes columns = new ColumnBytes(stack.lake());
        MarkdownTable table =
                new MarkdownTable(
                        out, List.of("question", "days × events", "read", "its columns", "ratio"));
        try (ApiClient api = new ApiClient(stack.running().gateway())) {
            for (Days days : RANGES) {
                for (Question question : QUESTIONS) {
                    long read = api.ask(question.over(days)).bytesScanned();
                    long needed = columns.of(question.columns(), days.first(), days.last());
                    table.row(row(question, days, read, needed));
                }
            }
        }
    }

    private static List<String> row(Question question, Days days, long read, long needed) {
        return List.of(
                question.name(),
                String.format(Locale.ROOT, "%d × %,d", days.count(), days.eventsPerDay()),
                kilobytes(read),
                kilobytes(needed),
                String.format(Locale.ROOT, "%.2f×", (double) read / needed));
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,d kB", bytes / 1_000);
    }

    private record Question(String name, String fields, Set<String> columns) {
        String over(Days days) {
            return "{%s, \"date_from\": \"%s\", \"date_to\": \"%s\"}"
                    .formatted(fields, days.first(), days.last());
        }
    }

    private record Days(LocalDate first, int count, int eventsPerDay) {
        LocalDate last() {
            return first.plusDays(count - 1L);
        }
    }
}
