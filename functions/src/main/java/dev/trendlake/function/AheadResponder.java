package dev.trendlake.function;

import dev.trendlake.aws.dynamodb.ReadAhead;
import dev.trendlake.cache.Digests;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Lets a request that was answered before be read ahead for. */
record AheadResponder(Responder responder, ReadAhead ahead) implements Responder {
    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        ahead.begin(nameOf(request));
        try {
            return responder.respond(request, invocation, log);
        } finally {
            ahead.end();
        }
    }

    private static String nameOf(HttpRequest request) {
        String body = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        return Digests.of(request.method() + " " + request.url() + " " + body);
    }
}
