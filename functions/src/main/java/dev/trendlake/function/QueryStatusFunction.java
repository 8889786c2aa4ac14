package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Queries that were asked for before: {@code /api/projects/{project_id}/query/{id}}. */
public final class QueryStatusFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public QueryStatusFunction() {
        this(Wiring.doorway("QueryStatusFunction"));
    }

    /** Takes the parts put together already. */
    public QueryStatusFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
