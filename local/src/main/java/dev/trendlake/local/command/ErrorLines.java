package dev.trendlake.local.command;

import dev.trendlake.local.http.PortInUse;
import dev.trendlake.local.stack.DataInUse;
import dev.trendlake.local.template.InvalidTemplate;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Says what went wrong in one line on standard error. */
final class ErrorLines
        implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, e.getMessage() + " (see: " + name + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(
            Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        print(command, isClear(e) ? String.valueOf(e.getMessage()) : e.toString());
        if (!isClear(e)) {
            e.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isClear(Exception e) {
        return e instanceof CommandFailed
                || e instanceof PortInUse
                || e instanceof DataInUse
                || e instanceof InvalidTemplate;
    }

    private static void print(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("trendlake: " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }
}
