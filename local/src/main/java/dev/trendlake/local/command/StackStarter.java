package dev.trendlake.local.command;

import dev.trendlake.local.stack.Stack;
import java.io.IOException;

/** Starts a stack in this process. */
@FunctionalInterface
public interface StackStarter {
    /**
     * Starts it.
     *
     * @param port where the gateway listens on the loopback address; 0 for any free one
     */
    Stack start(int port) throws IOException, InterruptedException;
}
