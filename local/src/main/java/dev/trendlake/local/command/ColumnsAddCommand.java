package dev.trendlake.local.command;

import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.PropertyColumn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Gives a property a column of its own. */
@Command(
        name = "add",
        description = {
            "Gives a property of a project a column of its own.",
            "",
            "Events that are put into the lake from now on have it at once. Those that are there"
                    + " get it day by day, the latest first; questions may be asked meanwhile, and"
                    + " read it when all have it. When this is stopped, 'columns renew' goes on. A"
                    + " property that has a column keeps it."
        },
        mixinStandardHelpOptions = true)
final class ColumnsAddCommand implements Callable<Integer> {
    /** By then nothing is written any more by what has read the register before. */
    private static final int DAYS_UNTIL_ALL_WRITE_IT = 2;

    private final Checkout checkout;
    private final Clock clock;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "PROPERTY",
            description = "event:NAME or person:NAME, for example 'event:$browser'.")
    private String property = "";

    @Option(
            names = "--project",
            paramLabel = "ID",
            required = true,
            description = "The project whose events have it.")
    private long project;

    ColumnsAddCommand(Checkout checkout, Clock clock) {
        this.checkout = checkout;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ColumnProperty wanted = wanted();
        RunningStack stack = checkout.running();
        try (DynamoDbClient client = StackClients.dynamoDb(stack.dynamoDb())) {
            DynamoDbPropertyColumns columns =
                    new DynamoDbPropertyColumns(client, stack.projectsTable());
            PropertyColumn column = added(columns, wanted);
            tell(column);
        }
        new ColumnsBackfill(clock, stack, spec.commandLine().getOut()).run(project);
        return 0;
    }

    private ColumnProperty wanted() {
        try {
            return ColumnProperty.parse(property);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private PropertyColumn added(DynamoDbPropertyColumns columns, ColumnProperty wanted) {
        LocalDate from = LocalDate.now(clock).plusDays(DAYS_UNTIL_ALL_WRITE_IT);
        try {
            return columns.add(project, wanted, from)
                    .orElseThrow(() ->
                            new CommandFailed(
                                    "all %d columns for properties of project %d are taken"
                                            .formatted(PropertyColumn.MOST, project)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private void tell(PropertyColumn column) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%s of project %d has the column %s%n",
                        column.property(), project, column.name());
    }
}
