package dev.trendlake.intake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Merges the small files of days that are over, and removes those that were replaced. Runs on a
 * schedule; what its event says makes no difference. Days that there is no time for are left to the
 * next run.
 */
public final class CompactFunction implements RequestStreamHandler {
    /** What a day of large files takes at most, rather more. */
    private static final Duration FOR_A_DAY = Duration.ofMinutes(4);

    private final CompactWiring wiring;

    /** Puts the function together as it runs in Lambda. */
    public CompactFunction() {
        this.wiring = new CompactWiring();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        answer.write(wiring.run(() -> context.getRemainingTimeInMillis() > FOR_A_DAY.toMillis()));
    }
}
