package dev.trendlake.function;

import dev.trendlake.engine.Deadline;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;

/** Answers requests, or ends them with an {@link dev.trendlake.error.ApiException}. */
@FunctionalInterface
public interface Responder {
    /** Answers a request until a deadline, and tells the log what becomes known on the way. */
    HttpResponse respond(HttpRequest request, Deadline deadline, RequestLog log);
}
