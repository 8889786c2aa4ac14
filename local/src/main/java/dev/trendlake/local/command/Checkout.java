package dev.trendlake.local.command;

import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.RunningStack;
import java.nio.file.Path;

/**
 * The folder that Trendlake was cloned to, and what commands find in it.
 *
 * @param home the folder
 */
public record Checkout(Path home) {
    /** The folder of the checkout's own state. */
    public Path state() {
        return home.resolve(".trendlake");
    }

    /** Where a running stack leaves word. */
    public RunningFile runningFile() {
        return new RunningFile(state());
    }

    /**
     * The stack that runs.
     *
     * @throws CommandFailed when none does
     */
    public RunningStack running() {
        return runningFile()
                .find()
                .orElseThrow(() ->
                        new CommandFailed("no stack is running; start one with: ./trendlake up"));
    }
}
