package dev.trendlake.local.conformance;

import dev.trendlake.local.command.StackStarter;
import org.opentest4j.TestAbortedException;

/** Gives the tests a whole stack on data of its own. */
final class FreshStack {
    static final StackStarter STARTER =
            port -> {
                throw new TestAbortedException("the stack can't be put together yet");
            };

    private FreshStack() {}
}
