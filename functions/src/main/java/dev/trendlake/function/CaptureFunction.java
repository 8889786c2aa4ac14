package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What PostHog's SDKs send: {@code /batch}, {@code /capture}, {@code /e} and {@code /i/v0/e}, whose
 * events go on to Firehose.
 */
public final class CaptureFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public CaptureFunction() {
        this(CaptureWiring.doorway("CaptureFunction"));
    }

    /** Takes the parts put together already. */
    public CaptureFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
