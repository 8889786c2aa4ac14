package dev.trendlake.local.command;

import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumn;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists the columns of a project's properties. */
@Command(
        name = "list",
        description = {
            "Lists the properties of a project that have columns: the column, the first UTC day"
                    + " from which on every file has it, the property.",
            "",
            "Older days are read from the document."
        },
        mixinStandardHelpOptions = true)
final class ColumnsListCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--project", paramLabel = "ID", required = true, description = "The project.")
    private long project;

    ColumnsListCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        RunningStack stack = checkout.running();
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            print(new DynamoDbPropertyColumns(client, stack.projectsTable()).layout(project));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private void print(EventLayout layout) {
        PrintWriter out = spec.commandLine().getOut();
        layout.columns().columns().stream()
                .sorted(Comparator.comparingInt(PropertyColumn::number))
                .map(column ->
                        "%-11s  %s  %s"
                                .formatted(column.name(), column.completeFrom(), column.property()))
                .forEach(out::println);
        layout.unreadable()
                .forEach(name ->
                        spec.commandLine()
                                .getErr()
                                .println("trendlake: the setting " + name + " can't be read"));
    }
}
