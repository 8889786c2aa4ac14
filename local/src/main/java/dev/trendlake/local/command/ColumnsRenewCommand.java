package dev.trendlake.local.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a project's columns to its older files. */
@Command(
        name = "renew",
        description = {
            "Gives the columns of a project to the files that it has, day by day, the latest"
                    + " first.",
            "",
            "Goes on where it, or 'columns add', was stopped. Questions may be asked meanwhile."
        },
        mixinStandardHelpOptions = true)
final class ColumnsRenewCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Clock clock;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--project", paramLabel = "ID", required = true, description = "The project.")
    private long project;

    ColumnsRenewCommand(Checkout checkout, Clock clock) {
        this.checkout = checkout;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            new ColumnsBackfill(clock, checkout.running(), spec.commandLine().getOut())
                    .run(project);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }
}
