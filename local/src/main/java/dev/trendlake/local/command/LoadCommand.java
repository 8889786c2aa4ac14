package dev.trendlake.local.command;

import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.load.PersonsReport;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load}: puts events or persons into the lake of the running stack. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Puts events or persons into a project of the running stack.",
            "",
            "Reads PostHog batch exports as JSON lines, plain or gzip, whatever the file's name."
                + " Bad lines are named with their number and reason, and the good ones taken. One"
                + " load of events at a time for each project.",
            "",
            "Learns what events and properties are called, and the types of properties.",
            "",
            "Events that are in the lake already are dropped. Of persons the highest versions"
                    + " count, whatever the order of the files.",
            "",
            "Ends with 0 when no line was refused, else with 1."
        })
public final class LoadCommand implements Callable<Integer> {
    private final StackFinder stacks;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to load.")
    private List<Path> files = List.of();

    @Option(
            names = "--project",
            paramLabel = "ID",
            required = true,
            description = "The project that the events belong to.")
    private long project;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "events",
            description = "What the files hold: events or persons (default: ${DEFAULT-VALUE}).")
    private String model = "";

    @Option(names = "--strict", description = "Take no line when any is bad.")
    private boolean strict;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Takes where the running stack is found, and where to write. */
    public LoadCommand(StackFinder stacks, Clock clock, PrintStream out, PrintStream err) {
        this.stacks = stacks;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        return switch (model) {
            case "events" -> load(this::loadEvents);
            case "persons" -> load(this::loadPersons);
            default ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "--model '%s' is not events or persons".formatted(model));
        };
    }

    /** A load of one model; its answer is how many lines were refused. */
    private interface Load {
        long run(StackClients clients, List<EventSource> sources, LoadListener listener)
                throws LoadFailed;
    }

    private int load(Load load) {
        RunningStack stack = stacks.find();
        try (StackClients clients = new StackClients(stack)) {
            List<EventSource> sources = files.stream().map(EventSource::of).toList();
            long refused = load.run(clients, sources, new LoadProgress(err, System::nanoTime));
            return refused > 0 ? 1 : 0;
        } catch (LoadFailed e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private long loadEvents(StackClients clients, List<EventSource> sources, LoadListener listener)
            throws LoadFailed {
        LoadReport report = clients.loader(clock).load(project, sources, badLines(), listener);
        tell(
                report.refused(),
                "%,d events taken, %,d repeated".formatted(report.taken(), report.repeated()));
        return report.refused();
    }

    private long loadPersons(StackClients clients, List<EventSource> sources, LoadListener listener)
            throws LoadFailed {
        PersonsReport report =
                clients.personLoader(clock).load(project, sources, badLines(), listener);
        tell(
                report.refused(),
                "%,d lines read, %,d distinct ids changed"
                        .formatted(report.read(), report.changed()));
        return report.refused();
    }

    private BadLines badLines() {
        return strict ? BadLines.FATAL : BadLines.LEFT_OUT;
    }

    private void tell(long refused, String taken) {
        if (strict && refused > 0) {
            out.printf("nothing taken: %,d lines refused%n", refused);
            return;
        }
        out.printf("%s, %,d lines refused%n", taken, refused);
    }
}
