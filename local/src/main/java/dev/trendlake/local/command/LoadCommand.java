package dev.trendlake.local.command;

import dev.trendlake.intake.imports.ImportReport;
import dev.trendlake.intake.imports.Model;
import dev.trendlake.intake.imports.SourceImport;
import dev.trendlake.intake.imports.SourceLoad;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.local.stack.StackClients;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
            "Reads PostHog batch exports: JSON lines, plain, gzip or brotli (.br), and Parquet,"
                + " whatever the file's name. Of a folder all files are read, of"
                + " s3://BUCKET/raw/... all objects below it; manifests and names that begin with _"
                + " or . are left alone. Bad lines are named with their number and reason, and the"
                + " good ones taken.",
            "",
            "One file is loaded after the other, and marked when it is in the lake: a load that"
                    + " was stopped goes on where it was when it is made again.",
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

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "What to load: files, folders, or s3://BUCKET/raw/...")
    private List<String> files = List.of();

    @Option(
            names = "--project",
            paramLabel = "ID",
            required = true,
            description = "The project that the events belong to.")
    private long project;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "",
            description = "What the files hold: events or persons (default: what they say).")
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
        SourceLoad.Models models =
                switch (model) {
                    case "" -> SourceLoad.Models.byContent();
                    case "events" -> _ -> Model.EVENTS;
                    case "persons" -> _ -> Model.PERSONS;
                    default ->
                            throw new ParameterException(
                                    spec.commandLine(),
                                    "--model '%s' is not events or persons".formatted(model));
                };
        try (StackClients clients = new StackClients(stacks.find())) {
            LakeAccess lake = clients.lake(clock);
            SourceLoad load = new SourceLoad(new SourceImport(lake), models);
            return tell(
                    load.load(
                            project,
                            new LoadedFiles(lake, project).find(files),
                            strict ? BadLines.FATAL : BadLines.LEFT_OUT,
                            new LoadProgress(err, System::nanoTime)));
        } catch (LoadFailed e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private int tell(Map<Model, ImportReport> reports) {
        long refused = reports.values().stream().mapToLong(ImportReport::refused).sum();
        if (strict && refused > 0) {
            out.printf("nothing taken: %,d lines refused%n", refused);
            return 1;
        }
        reports.forEach((_, report) -> tell(report));
        return refused > 0 ? 1 : 0;
    }

    private void tell(ImportReport report) {
        String taken =
                switch (report.model()) {
                    case EVENTS -> "%,d events taken, %,d repeated";
                    case PERSONS -> "%2$,d lines read, %1$,d distinct ids changed";
                };
        long second =
                switch (report.model()) {
                    case EVENTS -> report.repeated();
                    case PERSONS -> report.taken() + report.repeated();
                };
        out.printf(
                "%s, %,d lines refused%n",
                taken.formatted(report.taken(), second), report.refused());
    }
}
