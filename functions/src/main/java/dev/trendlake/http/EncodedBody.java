package dev.trendlake.http;

import dev.trendlake.error.MalformedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A body as the gateway hands it on.
 *
 * @param text the body's text, or its bytes in base64
 * @param isBase64 which of the two
 */
record EncodedBody(String text, boolean isBase64) {
    byte[] bytes() {
        if (!isBase64) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest("The request body is not base64, as its event says.");
        }
    }
}
