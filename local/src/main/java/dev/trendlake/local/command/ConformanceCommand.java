package dev.trendlake.local.command;

import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.local.conformance.AllowedFailures;
import dev.trendlake.local.conformance.CaseFolder;
import dev.trendlake.local.conformance.ConformanceCase;
import dev.trendlake.local.conformance.ConformanceReport;
import dev.trendlake.local.conformance.ConformanceRun;
import dev.trendlake.local.conformance.InvalidCase;
import dev.trendlake.local.conformance.Outcome;
import dev.trendlake.local.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code conformance}: runs the cases of a folder on a fresh stack of their own. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every conformance case of a folder and its sub-folders.",
            "",
            "Each case is a project of its own on a fresh, temporary stack. Prints a line for each"
                    + " failing request with the first difference, and closes with 'N passed, N"
                    + " failed'.",
            "",
            "Ends with 0 when all passed, 1 when any failed, 2 when a case can't be run as written."
        })
public final class ConformanceCommand implements Callable<Integer> {
    private final StackStarter freshStacks;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "DIR", description = "Where the cases are.")
    private Path folder = Path.of(".");

    @Option(
            names = "--allowed-failures",
            paramLabel = "FILE",
            description = {
                "Requests that may fail, 'case-id › request name' on each line. One that passes, or"
                        + " that isn't there, fails the run: the list can only shrink."
            })
    private @Nullable Path allowedFailures;

    /**
     * Takes how a stack is started on data of its own, which go away when it is closed, and where
     * to write.
     */
    public ConformanceCommand(
            StackStarter freshStacks, Clock clock, PrintStream out, PrintStream err) {
        this.freshStacks = freshStacks;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            ConformanceReport report = run();
            report.lines().forEach(out::println);
            return report.isGood() ? 0 : 1;
        } catch (InvalidCase | LoadFailed e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("can't read: " + e.getMessage());
            return 2;
        }
    }

    private ConformanceReport run()
            throws IOException, InvalidCase, LoadFailed, InterruptedException {
        AllowedFailures allowed =
                allowedFailures == null
                        ? AllowedFailures.none()
                        : AllowedFailures.read(allowedFailures);
        List<ConformanceCase> cases = cases();
        try (Stack stack = freshStacks.start(0)) {
            List<Outcome> outcomes = new ConformanceRun(stack, clock).run(cases);
            return new ConformanceReport(cases.size(), outcomes, allowed);
        }
    }

    private List<ConformanceCase> cases() throws IOException, InvalidCase {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        List<ConformanceCase> cases = CaseFolder.read(folder);
        if (cases.isEmpty()) {
            throw new IOException(folder + " holds no case");
        }
        return cases;
    }
}
