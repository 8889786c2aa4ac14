package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Every path that has no function of its own: those that a route can't name, because they end in a
 * slash or have a doubled one, go to the code of their route; the rest is unknown.
 */
public final class FallbackFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public FallbackFunction() {
        this(Wiring.doorway("FallbackFunction", FallbackResponder::new));
    }

    /** Takes the parts put together already. */
    public FallbackFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
