package dev.trendlake.local.conformance;

import dev.trendlake.local.command.StackStarter;
import dev.trendlake.local.stack.StackOptions;
import dev.trendlake.local.stack.TemporaryStack;
import java.nio.file.Path;

/** Gives the tests a whole stack on data of its own. */
final class FreshStack {
    static final StackStarter STARTER =
            port ->
                    TemporaryStack.start(
                            StackOptions.of(Path.of("..")).withoutRateLimits().withPort(port));

    private FreshStack() {}
}
