package dev.trendlake.bench.lake;

import dev.trendlake.bench.stack.ApiClient;
import dev.trendlake.bench.stack.BenchProject;
import dev.trendlake.bench.stack.EngineRuns;
import dev.trendlake.bench.stack.HostedStack;
import dev.trendlake.bench.stack.MarkdownTable;
import dev.trendlake.local.stack.StackClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Imports ten million events of ninety days, and asks about thirty of them: beside what the API's
 * statements read stands what the same takes in one unsorted file a day that has documents alone.
 */
public final class LakeBenchmark {
    private static final int PER_DAY = 111_111;
    private static final LocalDate FROM = ExportedDays.FIRST.plusDays(50);
    private static final LocalDate TO = FROM.plusDays(29);
    private static final int TWICE = 3;
    private static final int LINES = 5;

    private final Path checkout;
    private final PrintStream out;

    /** Takes the folder with the template and what was built, and where to print. */
    public LakeBenchmark(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /**
     * Measures, and prints two tables.
     *
     * @param perDay how many events a day has; 0 for ten millions of all
     */
    public void run(int perDay) throws IOException, InterruptedException {
        ExportedDays days = new ExportedDays(perDay == 0 ? PER_DAY : perDay);
        Map<String, String> parameters = Map.of("PropertyColumns", LakeQuestions.COLUMNS);
        try (HostedStack stack = HostedStack.start(checkout, parameters)) {
            BenchProject.create(stack.running());
            MarkdownTable imports = new MarkdownTable(out, List.of("import", ""));
            Path unsorted = stack.lake().resolve("unsorted");
            Path files = Files.createDirectories(stack.folder().resolve("exports"));
            for (LocalDate day : ExportedDays.days()) {
                Path file = files.resolve(day + ".parquet");
                ExportFiles.parquet(days.of(day), file);
                Path folder = Files.createDirectories(unsorted.resolve("day=" + day));
                Files.createLink(folder.resolve("events.parquet"), file);
            }
            imports.row("Parquet (ZSTD), a file a day", Imported.from(files, stack).rate());
            imports.row("its files, merged as each day is over", merged(stack));
            report(stack);
            imports.row(
                    "JSON lines (gzip) of %d days, all of them there already".formatted(LINES),
                    Imported.from(lines(days, stack), stack).rate());
            Imported again = Imported.from(twice(files, stack), stack);
            imports.row(
                    "%d of the files under other names".formatted(TWICE),
                    "%,d taken, %,d repeated".formatted(again.taken(), again.repeated()));
        }
    }

    // As the schedule does it two days later, and removes what was replaced another two after that.
    private static String merged(HostedStack stack) throws IOException {
        long begin = System.nanoTime();
        int[] files = new int[2];
        try (StackClients clients = new StackClients(stack.running())) {
            for (int days = 2; days <= 4; days += 2) {
                Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
                clients.compaction(clock)
                        .run(
                                () -> true,
                                (_, _, _, report) -> {
                                    files[0] += report.replaced();
                                    files[1] += report.written();
                                });
            }
        }
        long took = (System.nanoTime() - begin) / 1_000_000_000;
        return "%d files into %d in %d s".formatted(files[0], files[1], took);
    }

    private static Path lines(ExportedDays days, HostedStack stack) throws IOException {
        Path folder = Files.createDirectories(stack.folder().resolve("lines"));
        for (LocalDate day : ExportedDays.days().subList(0, LINES)) {
            ExportFiles.jsonLines(days.of(day), folder.resolve(day + ".jsonl.gz"));
        }
        return folder;
    }

    private static Path twice(Path files, HostedStack stack) throws IOException {
        Path folder = Files.createDirectories(stack.folder().resolve("twice"));
        for (LocalDate day : ExportedDays.days().subList(0, TWICE)) {
            Path copy = folder.resolve("again-" + day + ".parquet");
            Files.copy(files.resolve(day + ".parquet"), copy);
        }
        return folder;
    }

    private void report(HostedStack stack) throws IOException, InterruptedException {
        NeededBytes needed = new NeededBytes(stack.lake());
        List<List<String>> rows = new ArrayList<>();
        try (ApiClient api = new ApiClient(stack.running().gateway());
                EngineRuns engine = new EngineRuns(stack)) {
            engine.run(unsortedTable(stack.running().dataBucket()));
            for (LakeQuestion question : LakeQuestions.all()) {
                LocalDate first = FROM.minusDays(question.daysBefore());
                long read = api.ask(question.body(FROM.toString(), TO.toString())).bytesScanned();
                long unsorted = engine.run(question.unsorted().formatted(first, TO)).bytes();
                long least = needed.of(question, first, TO);
                rows.add(
                        List.of(
                                question.name(),
                                megabytes(unsorted),
                                question.bar() + " MB",
                                megabytes(read),
                                megabytes(least),
                                String.format(Locale.ROOT, "%.2f×", (double) read / least)));
            }
        }
        MarkdownTable table =
                new MarkdownTable(
                        out,
                        List.of(
                                "30 of 90 days",
                                "unsorted",
                                "bar",
                                "read",
                                "least",
                                "read ÷ least"));
        rows.forEach(table::row);
    }

    private static String unsortedTable(String bucket) {
        return """
        CREATE TABLE unsorted (uuid varchar, event varchar, distinct_id varchar,
            person_id varchar, "timestamp" timestamp(3), person_properties varchar,
            properties varchar, day varchar WITH (
                partition_projection_type = 'DATE',
                partition_projection_format = 'yyyy-MM-dd',
                partition_projection_range = ARRAY['2026-01-01', 'NOW'],
                partition_projection_interval = 1,
                partition_projection_interval_unit = 'DAYS'))
        WITH (format = 'PARQUET', external_location = 's3://%1$s/unsorted',
            partitioned_by = ARRAY['day'], partition_projection_enabled = true,
            partition_projection_location_template = 's3://%1$s/unsorted/day=${day}')
        """
                .formatted(bucket);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
