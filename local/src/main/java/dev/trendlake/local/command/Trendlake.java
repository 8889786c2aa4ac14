package dev.trendlake.local.command;

import dev.trendlake.local.demo.Terminal;
import dev.trendlake.local.stack.LocalStack;
import dev.trendlake.local.stack.StackOptions;
import dev.trendlake.local.stack.TemporaryStack;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's top. */
@Command(
        name = "trendlake",
        description = "PostHog's trends API over your own events, on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "trendlake 0.1.0-SNAPSHOT")
public final class Trendlake {
    private Trendlake() {}

    /** Runs one command and ends with its status. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("trendlake.home", "")).toAbsolutePath();
        // Always: what a stack that failed half-way has started must not keep this process alive.
        System.exit(commandLine(new Checkout(home), System.out, System.err).execute(arguments));
    }

    /** All commands, and where they write. */
    static CommandLine commandLine(Checkout checkout, PrintStream out, PrintStream err) {
        ErrorLines errors = new ErrorLines();
        Clock clock = Clock.systemUTC();
        return new CommandLine(new Trendlake())
                .addSubcommand(new UpCommand(checkout))
                .addSubcommand(
                        new CommandLine(new ProjectCommand())
                                .addSubcommand(new ProjectCreateCommand(checkout)))
                .addSubcommand(
                        new CommandLine(new KeyCommand())
                                .addSubcommand(new KeyCreateCommand(checkout))
                                .addSubcommand(new KeyListCommand(checkout))
                                .addSubcommand(new KeyRevokeCommand(checkout)))
                .addSubcommand(
                        new CommandLine(new ColumnsCommand())
                                .addSubcommand(new ColumnsListCommand(checkout))
                                .addSubcommand(new ColumnsSuggestCommand(checkout, System.in))
                                .addSubcommand(new ColumnsAddCommand(checkout, clock))
                                .addSubcommand(new ColumnsRenewCommand(checkout, clock)))
                .addSubcommand(new LoadCommand(checkout::running, clock, out, err))
                .addSubcommand(new InvokeCommand(checkout))
                .addSubcommand(
                        new CommandLine(new QueuesCommand(checkout))
                                .addSubcommand(new QueuesRedriveCommand(checkout)))
                .addSubcommand(new WarmCommand(checkout))
                .addSubcommand(demo(checkout, clock, out, err))
                .addSubcommand(
                        new ConformanceCommand(
                                port ->
                                        TemporaryStack.start(
                                                StackOptions.of(checkout.home())
                                                        .withPort(port)
                                                        .withoutRateLimits()),
                                clock,
                                out,
                                err))
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static DemoCommand demo(
            Checkout checkout, Clock clock, PrintStream out, PrintStream err) {
        Terminal terminal = Terminal.of(System.getenv().getOrDefault("COLUMNS", ""), out.charset());
        return new DemoCommand(
                port ->
                        AnnouncedStack.of(
                                LocalStack.start(StackOptions.of(checkout.home()).withPort(port)),
                                checkout.runningFile()),
                clock,
                terminal,
                out,
                err);
    }
}
