package dev.trendlake.local.command;

import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.PropertyColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Says which properties should have columns of their own. */
@Command(
        name = "suggest",
        description = {
            "Reads the log of the functions and says which properties would save most bytes if"
                    + " they had columns of their own.",
            "",
            "The bytes of a question are divided among the properties that it read documents for;"
                    + " the share is of all bytes that questions in the log read."
        },
        mixinStandardHelpOptions = true)
final class ColumnsSuggestCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Checkout checkout;
    private final InputStream in;
    private final Map<Long, List<PropertyColumn>> known = new HashMap<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "The log, as the functions write it or as 'aws logs filter-log-events' or 'aws"
                        + " logs tail' print it; - for standard input. Default: the logs of the"
                        + " stack on this machine."
            })
    private List<Path> files = List.of();

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = "Only questions about this project.")
    private @Nullable Long project;

    ColumnsSuggestCommand(Checkout checkout, InputStream in) {
        this.checkout = checkout;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        ColumnsLog log = new ColumnsLog();
        for (Path file : files.isEmpty() ? ownLogs() : files) {
            read(file, log);
        }
        ColumnsSavings savings = log.savings(project);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%,d questions read %,.1f MB; %,d of them read documents%n",
                savings.questions(), megabytes((double) savings.bytes()), savings.fromDocuments());
        for (ColumnsSavings.Saving saving : savings.byProperty()) {
            out.printf(
                    "%5.1f %%  %,10.1f MB  %,6d questions  project %d  %s%s%n",
                    100.0 * saving.bytes() / savings.bytes(),
                    megabytes(saving.bytes()),
                    saving.questions(),
                    saving.project(),
                    saving.property(),
                    note(saving));
        }
        return 0;
    }

    private void read(Path file, ColumnsLog log) throws IOException {
        if (!file.toString().equals(STANDARD_INPUT) && !Files.isRegularFile(file)) {
            throw new CommandFailed("there is no file " + file);
        }
        try (BufferedReader lines = opened(file)) {
            lines.lines().forEach(log::add);
        }
    }

    private BufferedReader opened(Path file) throws IOException {
        InputStream bytes =
                file.toString().equals(STANDARD_INPUT) ? in : Files.newInputStream(file);
        // Unlike those of Files, a reader of this kind takes bytes that are no text.
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private List<Path> ownLogs() throws IOException {
        Path folder = checkout.state().resolve("logs");
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(
                    "there are no logs of a stack on this machine; name some with --log FILE");
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".log")).sorted().toList();
        }
    }

    private String note(ColumnsSavings.Saving saving) {
        return columnsOf(saving.project()).stream()
                .filter(column -> column.property().toString().equals(saving.property()))
                .map(column ->
                        "  (has %s, from %s on)".formatted(column.name(), column.completeFrom()))
                .findFirst()
                .orElse("");
    }

    private List<PropertyColumn> columnsOf(long id) {
        return known.computeIfAbsent(id, this::readColumnsOf);
    }

    // The log may be another stack's: of a project that isn't here no column is known.
    private List<PropertyColumn> readColumnsOf(long id) {
        Optional<RunningStack> stack = checkout.runningFile().find();
        if (stack.isEmpty()) {
            return List.of();
        }
        try (DynamoDbClient client = StackClients.dynamoDb(stack.get().dynamoDb())) {
            return new DynamoDbPropertyColumns(client, stack.get().projectsTable())
                    .of(id)
                    .columns();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static double megabytes(double bytes) {
        return bytes / 1_000_000;
    }
}
