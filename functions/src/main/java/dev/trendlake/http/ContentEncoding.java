package dev.trendlake.http;

import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.UnsupportedMediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the {@code Content-Encoding} of a body. */
final class ContentEncoding {
    /** The largest body that PostHog takes (spec: HTTP, 5). */
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private ContentEncoding() {}

    static byte[] decoded(byte[] body, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> body.length == 0 ? body : gunzipped(body);
            default ->
                    throw new UnsupportedMediaType(
                            "Unsupported content encoding \"" + encoding + "\" in request.");
        };
    }

    private static byte[] gunzipped(byte[] body) {
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new MalformedRequest("The request body is larger than 20 MB.");
            }
            return bytes;
        } catch (IOException e) {
            throw new MalformedRequest("The request body is not gzip, as its headers say.");
        }
    }
}
