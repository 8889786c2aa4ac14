package dev.trendlake.local.command;

import dev.trendlake.local.stack.RunningStack;

/** Finds the stack that runs on this machine. */
@FunctionalInterface
public interface StackFinder {
    /** The running stack, or an exception whose message says how to start one. */
    RunningStack find();
}
