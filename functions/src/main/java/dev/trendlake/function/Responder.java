package dev.trendlake.function;

import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;

/** Answers requests, or ends them with an {@link dev.trendlake.error.ApiException}. */
@FunctionalInterface
public interface Responder {
    /** Answers a request in time, and tells the log what becomes known on the way. */
    HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log);
}
