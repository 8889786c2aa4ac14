package dev.trendlake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.MalformedRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** A body of type {@code application/json}. */
final class JsonBody {
    private JsonBody() {}

    /**
     * Reads the object that the body is. PostHog's own documentation sends {@code events=[…]} under
     * this type, so a text that is a form is read as the form it is. {@code null} stands for an
     * empty object.
     */
    static ObjectNode read(byte[] body, Charset charset) {
        String text = decoded(body, charset);
        if (FormText.looksLikeForm(text)) {
            return FormText.read(text);
        }
        JsonNode document = document(text);
        if (document.isNull()) {
            return JsonFormat.object();
        }
        if (document instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedRequest("Data is unparsable!");
    }

    private static JsonNode document(String text) {
        try {
            JsonNode document = JsonFormat.read(text);
            if (document.isMissingNode()) {
                throw notJson(text);
            }
            return document;
        } catch (JsonProcessingException e) {
            throw notJson(text);
        }
    }

    private static MalformedRequest notJson(String text) {
        return new MalformedRequest("JSON parse error - " + PythonJsonSyntax.errorIn(text));
    }

    private static String decoded(byte[] body, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRequest(
                    "JSON parse error - the body is not text in " + charset.name());
        }
    }
}
