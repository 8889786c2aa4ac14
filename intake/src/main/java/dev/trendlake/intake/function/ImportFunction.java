package dev.trendlake.intake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Imports objects that appeared below {@code raw/}. Takes a batch of SQS messages, each of which
 * holds EventBridge's event {@code Object Created} of S3, or such an event alone (spec: AWS,
 * EventBridge and S3 events). Answers a batch with the messages that failed, which come again;
 * fails itself for an event alone.
 */
public final class ImportFunction implements RequestStreamHandler {
    private final ObjectMessages messages;

    /** Puts the function together as it runs in Lambda. */
    public ImportFunction() {
        this(ImportWiring.messages());
    }

    ImportFunction(ObjectMessages messages) {
        this.messages = messages;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        answer.write(messages.take(event.readAllBytes()));
    }
}
