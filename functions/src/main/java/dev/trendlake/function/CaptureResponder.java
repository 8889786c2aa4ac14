package dev.trendlake.function;

import dev.trendlake.capture.Capture;
import dev.trendlake.capture.CaptureRefused;
import dev.trendlake.capture.CaptureRoute;
import dev.trendlake.capture.StreamUnavailable;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import java.util.Map;

/**
 * Answers SDKs as PostHog's capture does: {@code {"status":"Ok"}}, or a status and a sentence in
 * plain text; to pages of any site, since every site may send events.
 */
final class CaptureResponder implements Responder {
    private static final String AGAIN = "transient error, please retry";
    private static final String SECONDS = "5";

    private final Capture capture;

    /** Takes what takes the events. */
    CaptureResponder(Capture capture) {
        this.capture = capture;
    }

    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        log.route("capture");
        CaptureRoute route =
                CaptureRoute.of(request.path()).orElseThrow(() -> new NotFound("Not found."));
        HttpResponse response =
                switch (request.method()) {
                    case "POST", "GET" -> taken(request, route, invocation, log);
                    case "OPTIONS" -> ok();
                    default -> text(405, "").with("allow", "GET,POST,OPTIONS");
                };
        return CapturePages.allowed(request, response);
    }

    private HttpResponse taken(
            HttpRequest request, CaptureRoute route, Invocation invocation, RequestLog log) {
        try {
            Capture.Taken taken = capture.take(request, route, invocation.deadline());
            log.events(taken.project(), taken.events());
            return request.query().path("beacon").asText("").equals("1") ? text(204, "") : ok();
        } catch (CaptureRefused e) {
            log.refused(e.reason().name());
            return text(status(e.reason()), String.valueOf(e.getMessage()));
        } catch (MalformedRequest e) {
            log.failed(e);
            return text(400, "failed to decode request: " + e.getMessage());
        } catch (StreamUnavailable | QueryUnavailable e) {
            log.failedInside(e);
            return text(503, AGAIN).with("retry-after", SECONDS);
        }
    }

    private static int status(CaptureRefused.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> 400;
            case UNKNOWN_PROJECT -> 401;
            case TOO_LARGE -> 413;
        };
    }

    private static HttpResponse ok() {
        return new HttpResponse(
                200, Map.of("content-type", "application/json"), "{\"status\":\"Ok\"}");
    }

    private static HttpResponse text(int status, String text) {
        return new HttpResponse(status, Map.of("content-type", "text/plain; charset=utf-8"), text);
    }
}
