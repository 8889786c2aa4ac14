package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Projects and their settings: {@code /api/projects}. */
public final class ProjectFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public ProjectFunction() {
        this(Wiring.doorway("ProjectFunction"));
    }

    /** Takes the parts put together already. */
    public ProjectFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
