package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Who may do what: {@code /api/projects/{project_id}/access_controls} and those of insights and
 * actions.
 */
public final class AccessControlFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public AccessControlFunction() {
        this(Wiring.doorway("AccessControlFunction"));
    }

    /** Takes the parts put together already. */
    public AccessControlFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
