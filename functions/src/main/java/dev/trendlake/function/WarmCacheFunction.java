package dev.trendlake.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Keeps answers ready that are likely to be asked for. Its event is a JSON object: {@code warm},
 * {@code recent} or {@code daily}, the latter only for projects whose day has just begun; {@code
 * dry_run}, true to compute nothing; {@code project}, the id of the only one that is looked at. Its
 * answer is a report: {@link WarmReport}.
 */
public final class WarmCacheFunction implements RequestStreamHandler {
    private final WarmRuns runs;

    /** Puts the function together as it runs in Lambda. */
    public WarmCacheFunction() {
        this.runs = Wiring.warmRuns();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        String report =
                runs.run(
                        WarmEvent.read(new String(event.readAllBytes(), UTF_8)),
                        () -> Duration.ofMillis(context.getRemainingTimeInMillis()),
                        context.getAwsRequestId());
        answer.write(report.getBytes(UTF_8));
    }
}
