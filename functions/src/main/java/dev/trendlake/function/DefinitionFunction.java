package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The names and types that events have: {@code /api/projects/{project_id}/event_definitions} and
 * {@code property_definitions}.
 */
public final class DefinitionFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public DefinitionFunction() {
        this(Wiring.doorway("DefinitionFunction"));
    }

    /** Takes the parts put together already. */
    public DefinitionFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
