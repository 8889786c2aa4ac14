package dev.trendlake.capture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.FormText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A body that is a form: the events stand in the field {@code data}.
 *
 * @param data what stands there; empty when the form has no such field
 * @param compression how it is packed, in the sender's words
 * @param token {@code api_key} or {@code token}
 */
record FormBody(String data, String compression, String token) {
    private static final int LOOKED_AT = 128;
    private static final Pattern FIELD = Pattern.compile("(^|&)(data|_|ip|compression)=");

    static boolean isLikely(byte[] body) {
        int length = Math.min(body.length, LOOKED_AT);
        return FIELD.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1)).find();
    }

    static FormBody read(byte[] body) {
        ObjectNode fields = FormText.read(new String(body, StandardCharsets.UTF_8));
        String data = fields.path("data").asText("");
        boolean lostPlus = Base64Text.isLikelyOfForm(data.getBytes(StandardCharsets.UTF_8));
        String token = fields.path("api_key").asText("");
        return new FormBody(
                lostPlus ? data.replace(' ', '+') : data,
                fields.path("compression").asText(""),
                token.isEmpty() ? fields.path("token").asText("") : token);
    }
}
