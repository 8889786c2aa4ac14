package dev.trendlake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers by name in lower case
 * @param body the text of the body
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer whose body is a JSON document. */
    public static HttpResponse json(int status, JsonNode document) {
        return new HttpResponse(
                status,
                Map.of("content-type", "application/json; charset=utf-8"),
                JsonFormat.write(document));
    }

    /** The same answer with one more header. */
    public HttpResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, body);
    }
}
