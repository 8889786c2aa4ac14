package dev.trendlake.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The body of an event: text for {@code text/*}, JSON, JavaScript and XML, and base64 for every
 * other content type, forms and a missing one among them; that is how HTTP APIs are seen to do it.
 */
final class EventBody {
    private static final Set<String> TEXT_TYPES =
            Set.of("application/json", "application/javascript", "application/xml");

    private EventBody() {}

    /** Writes {@code body} and {@code isBase64Encoded}. */
    static void write(GatewayRequest request, ObjectNode event) {
        if (!request.body().hasRemaining()) {
            event.put("isBase64Encoded", false);
            return;
        }
        Optional<String> text = isText(request) ? decoded(request.body()) : Optional.empty();
        event.put("body", text.orElseGet(() -> base64(request)));
        event.put("isBase64Encoded", text.isEmpty());
    }

    private static boolean isText(GatewayRequest request) {
        if (!request.header("content-encoding").isEmpty()) {
            return false;
        }
        String header = request.header("content-type").toLowerCase(Locale.ROOT);
        int parameters = header.indexOf(';');
        String type = (parameters < 0 ? header : header.substring(0, parameters)).strip();
        return type.startsWith("text/") || TEXT_TYPES.contains(type);
    }

    private static Optional<String> decoded(ByteBuffer body) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString());
        } catch (CharacterCodingException e) {
            // Not UTF-8, whatever the content type says: JSON can carry it as base64 alone.
            return Optional.empty();
        }
    }

    private static String base64(GatewayRequest request) {
        return Base64.getEncoder().encodeToString(request.bytes());
    }
}
