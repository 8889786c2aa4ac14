package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Who asks: {@code /api/users/@me} and {@code /api/personal_api_keys/@current}. */
public final class UserFunction implements RequestStreamHandler {
    private final Doorway doorway;

    /** Puts the function together as it runs in Lambda. */
    public UserFunction() {
        this(Wiring.doorway("UserFunction"));
    }

    /** Takes the parts put together already. */
    public UserFunction(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        doorway.handle(event, answer, context);
    }
}
