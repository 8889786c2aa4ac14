package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import dev.trendlake.engine.Deadline;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.ErrorBody;
import dev.trendlake.http.GatewayAnswer;
import dev.trendlake.http.GatewayEvent;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.crac.Resource;

/**
 * What all functions behind the gateway share: an event in, an answer out whatever happens, and a
 * line in the log.
 */
public final class Doorway implements Resource {
    /** What is left for writing the answer when the deadline has passed. */
    private static final Duration MARGIN = Duration.ofMillis(1_500);

    /** Names the request in the log, for those who ask what became of it. */
    private static final String REQUEST_ID = "x-request-id";

    private final String function;
    private final Responder responder;
    private final InstantSource clock;
    private final PrintStream log;
    private final Deployment deployment;
    private final Warming warming;

    /** What a doorway does before a snapshot is taken of its function. */
    @FunctionalInterface
    interface Warming {
        /** Runs requests through the doorway, and fails never. */
        void warm(Doorway doorway, PrintStream log);
    }

    /**
     * Takes what answers questions.
     *
     * @param function the function's name, for the log
     * @param clock tells the time of an event that carries none
     * @param log gets a line for each request
     * @param deployment the stack that the function is in
     */
    public Doorway(
            String function,
            Responder responder,
            InstantSource clock,
            PrintStream log,
            Deployment deployment) {
        this(function, responder, clock, log, deployment, Priming::run);
    }

    /** Takes what answers, and how it is warmed. */
    Doorway(
            String function,
            Responder responder,
            InstantSource clock,
            PrintStream log,
            Deployment deployment,
            Warming warming) {
        this.function = function;
        this.responder = responder;
        this.clock = clock;
        this.log = log;
        this.deployment = deployment;
        this.warming = warming;
    }

    /** Answers one event. */
    public void handle(InputStream event, OutputStream answer, Context context) throws IOException {
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        answer.write(answer(text, new Invocation(context.getAwsRequestId(), deadline)));
    }

    /** Answers one event. */
    byte[] answer(String event, Invocation invocation) {
        RequestLog line = new RequestLog(function, deployment, System::nanoTime);
        line.invocation(invocation.id());
        HttpRequest request = GatewayEvent.decode(event, clock.instant());
        line.request(request);
        HttpResponse response = response(request, invocation, line).with(REQUEST_ID, request.id());
        String acceptEncoding = request.header("accept-encoding");
        try {
            return logged(line, response, GatewayAnswer.encode(response, acceptEncoding));
        } catch (InvalidRequest tooLarge) {
            line.failed(tooLarge);
            HttpResponse refusal = ErrorBody.responseTo(tooLarge).with(REQUEST_ID, request.id());
            return logged(line, refusal, GatewayAnswer.encode(refusal, acceptEncoding));
        }
    }

    private HttpResponse response(HttpRequest request, Invocation invocation, RequestLog line) {
        try {
            return responder.respond(request, invocation, line);
        } catch (ApiException e) {
            line.failed(e);
            return ErrorBody.responseTo(e);
        } catch (RuntimeException e) {
            line.failedInside(e);
            return ErrorBody.unexpected().response();
        }
    }

    private byte[] logged(RequestLog line, HttpResponse response, byte[] answer) {
        log.println(line.line(response.status()));
        return answer;
    }

    /** Runs before a snapshot is taken of the function, so that what it runs is loaded by then. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        warming.warm(this, log);
    }

    /** Nothing to do: clients connect anew by themselves. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
