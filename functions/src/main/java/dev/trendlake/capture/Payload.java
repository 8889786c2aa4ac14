package dev.trendlake.capture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The text of the events in a request, unpacked: JSON, plain or base64, compressed or not, in the
 * body, in the field {@code data} of a form, or in the parameter of that name.
 *
 * @param json the text
 * @param token the token that stands beside it, in the form or the query string; empty without one
 */
record Payload(String json, String token) {
    /** As PostHog's for batches, unpacked. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

    /**
     * Unpacks a request.
     *
     * @throws CaptureRefused when there is nothing in it, it can't be unpacked, or is too large
     */
    static Payload read(HttpRequest request, CaptureRoute route) {
        ObjectNode query = request.query();
        byte[] received = withoutBase64(received(request, query.path("data").asText("")));
        FormBody form = form(request, received);
        byte[] packed =
                form.data().isEmpty() ? received : form.data().getBytes(StandardCharsets.UTF_8);
        Compression compression =
                Compression.first(
                        query.path("compression").asText(""),
                        form.compression(),
                        request.header("content-encoding"));
        String json = unpacked(packed, compression);
        return new Payload(
                route.unpacksTwice() ? withoutBase64(json) : json,
                form.token().isEmpty() ? tokenOf(query) : form.token());
    }

    private static String tokenOf(ObjectNode query) {
        String token = query.path("api_key").asText("");
        return token.isEmpty() ? query.path("token").asText("") : token;
    }

    private static byte[] received(HttpRequest request, String data) {
        if (!data.isEmpty()) {
            return data.getBytes(StandardCharsets.UTF_8);
        }
        byte[] body = request.bytes();
        if (body.length == 0) {
            throw CaptureRefused.unreadable("request missing data payload");
        }
        return body;
    }

    private static byte[] withoutBase64(byte[] received) {
        return !FormBody.isLikely(received) && Base64Text.isLikely(received)
                ? Base64Text.decoded(received).orElse(received)
                : received;
    }

    private static FormBody form(HttpRequest request, byte[] body) {
        if (!request.mediaType().equals(FORM)) {
            return new FormBody("", "", "");
        }
        if (!FormBody.isLikely(body)) {
            throw CaptureRefused.undecodable("expected form data in POST request payload");
        }
        return FormBody.read(body);
    }

    private static String unpacked(byte[] packed, Compression compression) {
        if (compression == Compression.GZIP || isGzip(packed)) {
            return text(gunzipped(packed), "invalid gzip data");
        }
        String text = text(packed, "invalid UTF8 in request payload");
        return compression == Compression.LZ_STRING
                ? LzString.decompressed(text, MOST_BYTES)
                : text;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length >= GZIP.length
                && bytes[0] == GZIP[0]
                && bytes[1] == GZIP[1]
                && bytes[2] == GZIP[2];
    }

    private static byte[] gunzipped(byte[] packed) {
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return content.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw CaptureRefused.undecodable("invalid GZIP data");
        }
    }

    private static String text(byte[] bytes, String refusal) {
        if (bytes.length > MOST_BYTES) {
            throw CaptureRefused.tooLarge(
                    "the request is larger than %d bytes; send smaller batches"
                            .formatted(MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw CaptureRefused.undecodable(refusal);
        }
    }

    private static String withoutBase64(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (!Base64Text.isLikely(bytes)) {
            return json;
        }
        return Base64Text.decoded(bytes)
                .map(decoded -> new String(decoded, StandardCharsets.UTF_8))
                .orElse(json);
    }
}
