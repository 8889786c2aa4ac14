package dev.trendlake.local.command;

import dev.trendlake.local.demo.Demo;
import dev.trendlake.local.demo.DemoFailed;
import dev.trendlake.local.demo.Terminal;
import dev.trendlake.local.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: a stack with real events, and the trends of them. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a stack, loads four days of real traffic of a web site as project 1, and prints"
                    + " its trends with the SQL that ran.",
            "",
            "Stays up for requests until Ctrl-C. The events stay in .trendlake/data, for 'up' to"
                    + " serve them."
        })
public final class DemoCommand implements Callable<Integer> {
    private final StackStarter stacks;
    private final Clock clock;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--exit", description = "End after printing.")
    private boolean exit;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "3000",
            description = "Where the API answers on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    /** Takes how a stack is started, and where to write. */
    public DemoCommand(
            StackStarter stacks, Clock clock, Terminal terminal, PrintStream out, PrintStream err) {
        this.stacks = stacks;
        this.clock = clock;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        err.println("Starting the stack …");
        try (Stack stack = stacks.start(port)) {
            new Demo(stack.running(), clock, terminal, out).run();
            if (!exit) {
                out.println("The API stays up; end it with Ctrl-C.");
                stayUp(stack);
            }
            return 0;
        } catch (DemoFailed | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void stayUp(Stack stack) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close the stack"));
        new CountDownLatch(1).await();
    }
}
