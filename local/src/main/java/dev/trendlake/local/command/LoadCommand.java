package dev.trendlake.local.command;

import dev.trendlake.local.load.BadLines;
import dev.trendlake.local.load.EventSource;
import dev.trendlake.local.load.LoadFailed;
import dev.trendlake.local.load.LoadReport;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code load}: puts events into the lake of the running stack. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Puts events into a project of the running stack.",
            "",
            "Reads PostHog batch exports of events as JSON lines, plain or gzip, whatever the"
                + " file's name. Rows that are in the lake already are dropped. Bad lines are named"
                + " with their number and reason, and the good ones taken. One load at a time for"
                + " each project.",
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

    @Option(names = "--strict", description = "Take no line when any is bad.")
    private boolean strict;

    /** Takes where the running stack is found, and where to write. */
    public LoadCommand(StackFinder stacks, Clock clock, PrintStream out, PrintStream err) {
        this.stacks = stacks;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        RunningStack stack = stacks.find();
        try (StackClients clients = new StackClients(stack)) {
            List<EventSource> sources = files.stream().map(EventSource::of).toList();
            LoadReport report =
                    clients.loader(clock)
                            .load(
                                    project,
                                    sources,
                                    strict ? BadLines.FATAL : BadLines.LEFT_OUT,
                                    new LoadProgress(err, System::nanoTime));
            return tell(report);
        } catch (LoadFailed e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private int tell(LoadReport report) {
        if (strict && report.refused() > 0) {
            out.printf("nothing taken: %,d lines refused%n", report.refused());
            return 1;
        }
        out.printf(
                "%,d events taken, %,d repeated, %,d lines refused%n",
                report.taken(), report.repeated(), report.refused());
        return report.refused() > 0 ? 1 : 0;
    }
}
