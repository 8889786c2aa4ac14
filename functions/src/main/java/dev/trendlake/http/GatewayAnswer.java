package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The answer that a function gives to API Gateway's HTTP API: payload format 2.0. The gateway
 * doesn't compress, so large bodies are compressed here when the client takes gzip.
 */
public final class GatewayAnswer {
    /** Lambda's own limit on what a function returns. */
    private static final int MOST_BYTES = 6 * 1024 * 1024;

    /** From how many characters on compressing pays for the base64 that it needs. */
    private static final int LARGE = 8 * 1024;

    private GatewayAnswer() {}

    /**
     * Encodes an answer as UTF-8 JSON.
     *
     * @param acceptEncoding the request's {@code Accept-Encoding}
     * @throws InvalidRequest when it is larger than Lambda hands on, compressed where possible
     */
    public static byte[] encode(HttpResponse response, String acceptEncoding) {
        boolean compresses = response.body().length() >= LARGE && takesGzip(acceptEncoding);
        byte[] answer =
                JsonFormat.write(compresses ? compressed(response) : plain(response))
                        .getBytes(StandardCharsets.UTF_8);
        if (answer.length > MOST_BYTES) {
            throw new InvalidRequest(
                    "",
                    "The answer is larger than 6 MB; ask for fewer series, buckets or values of the"
                            + " breakdown"
                            + (compresses ? "." : ", or send Accept-Encoding: gzip."));
        }
        return answer;
    }

    static boolean takesGzip(String acceptEncoding) {
        List<MediaType> offers =
                Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(MediaType::parse)
                        .toList();
        return offers.stream()
                .filter(offer -> offer.name().equals("gzip"))
                .findFirst()
                .or(() -> offers.stream().filter(offer -> offer.name().equals("*")).findFirst())
                .filter(offer -> !offer.parameters().getOrDefault("q", "1").matches("0(\\.0*)?"))
                .isPresent();
    }

    private static ObjectNode plain(HttpResponse response) {
        return event(response.status(), response.headers(), response.body(), false);
    }

    private static ObjectNode compressed(HttpResponse response) {
        HttpResponse marked =
                response.with("content-encoding", "gzip").with("vary", "accept-encoding");
        String body = Base64.getEncoder().encodeToString(gzip(response.body()));
        return event(marked.status(), marked.headers(), body, true);
    }

    private static ObjectNode event(
            int status, Map<String, String> headers, String body, boolean isBase64) {
        ObjectNode event = JsonFormat.object();
        event.put("statusCode", status);
        ObjectNode headerNode = event.putObject("headers");
        headers.forEach(headerNode::put);
        return event.put("body", body).put("isBase64Encoded", isBase64);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
