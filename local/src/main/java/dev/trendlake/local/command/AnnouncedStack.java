package dev.trendlake.local.command;

import dev.trendlake.local.stack.FunctionFailed;
import dev.trendlake.local.stack.RunningFile;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.Stack;

/** A stack that other commands find as long as it runs. */
final class AnnouncedStack implements Stack {
    private final Stack stack;
    private final RunningFile file;

    private AnnouncedStack(Stack stack, RunningFile file) {
        this.stack = stack;
        this.file = file;
    }

    /** Leaves word of a stack that has started. */
    static AnnouncedStack of(Stack stack, RunningFile file) {
        file.write(stack.running());
        return new AnnouncedStack(stack, file);
    }

    @Override
    public RunningStack running() {
        return stack.running();
    }

    @Override
    public String invoke(String function, String event)
            throws FunctionFailed, InterruptedException {
        return stack.invoke(function, event);
    }

    @Override
    public String functionOf(String method, String path) {
        return stack.functionOf(method, path);
    }

    @Override
    public void close() {
        file.remove(stack.running());
        stack.close();
    }
}
