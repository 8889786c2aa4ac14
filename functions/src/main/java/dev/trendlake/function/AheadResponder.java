package dev.trendlake.function;

import dev.trendlake.aws.dynamodb.ReadAhead;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.method() + " " + request.url()).getBytes(StandardCharsets.UTF_8));
            digest.update(request.bytes());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
