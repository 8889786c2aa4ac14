package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.MethodNotAllowed;
import dev.trendlake.error.NotAcceptable;
import dev.trendlake.error.NotAuthenticated;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.PermissionDenied;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.error.TooManyRequests;
import dev.trendlake.error.UnsupportedMediaType;

/**
 * The body of an error, and its status (spec: HTTP, 2).
 *
 * @param status the HTTP status
 * @param type the class of the error
 * @param code the error's own word
 * @param detail a sentence for the caller
 * @param attribute the field that is to blame; empty, and {@code null} on the wire, without one
 */
public record ErrorBody(int status, String type, String code, String detail, String attribute) {
    private static final String INVALID = "invalid_request";
    private static final String AUTHENTICATION = "authentication_error";

    /** What a request is answered that ended so. */
    public static ErrorBody of(ApiException error) {
        return switch (error) {
            case InvalidRequest invalid ->
                    new ErrorBody(
                            400,
                            "validation_error",
                            invalid.code(),
                            detail(error),
                            invalid.attribute());
            case MalformedRequest _ -> body(400, INVALID, "parse_error", error);
            case NotAuthenticated unknown ->
                    body(
                            401,
                            AUTHENTICATION,
                            unknown.keyGiven() ? "authentication_failed" : "not_authenticated",
                            error);
            case PermissionDenied _ -> body(403, AUTHENTICATION, "permission_denied", error);
            case NotFound _ -> body(404, INVALID, "not_found", error);
            case MethodNotAllowed _ -> body(405, INVALID, "method_not_allowed", error);
            case NotAcceptable _ -> body(406, INVALID, "not_acceptable", error);
            case UnsupportedMediaType _ -> body(415, INVALID, "unsupported_media_type", error);
            case TooManyRequests _ -> body(429, "throttled_error", "throttled", error);
            case QueryUnavailable _ -> body(503, "server_error", "service_unavailable", error);
            case QueryFailed _ -> unexpected();
        };
    }

    /** What a request is answered that ended in no foreseen way: nothing of the inside. */
    public static ErrorBody unexpected() {
        return new ErrorBody(500, "server_error", "error", "A server error occurred.", "");
    }

    /** The answer of a request that ended so, with the headers that belong to it. */
    public static HttpResponse responseTo(ApiException error) {
        HttpResponse response = of(error).response();
        return switch (error) {
            case NotAuthenticated _ -> response.with("www-authenticate", "Bearer");
            case MethodNotAllowed method -> response.with("allow", method.allowed());
            case TooManyRequests busy ->
                    response.with("retry-after", Long.toString(busy.retryAfter().toSeconds()));
            case QueryUnavailable busy ->
                    response.with(
                            "retry-after",
                            Long.toString(Math.max(1, busy.retryAfter().toSeconds())));
            case InvalidRequest _,
                    MalformedRequest _,
                    PermissionDenied _,
                    NotFound _,
                    NotAcceptable _,
                    UnsupportedMediaType _,
                    QueryFailed _ ->
                    response;
        };
    }

    /** The answer, without headers of its own. */
    public HttpResponse response() {
        ObjectNode body = JsonFormat.object();
        body.put("type", type).put("code", code).put("detail", detail);
        return HttpResponse.json(
                status, attribute.isEmpty() ? body.putNull("attr") : body.put("attr", attribute));
    }

    private static ErrorBody body(int status, String type, String code, ApiException error) {
        return new ErrorBody(status, type, code, detail(error), "");
    }

    private static String detail(ApiException error) {
        return String.valueOf(error.getMessage());
    }
}
