package dev.trendlake.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a function answered through the gateway.
 *
 * @param status the HTTP status
 * @param body its text
 */
record Answer(int status, String body) {
    /** Reads an answer of payload format 2.0; one without a status is a body, sent as 200. */
    static Answer of(String payload) throws JsonProcessingException {
        JsonNode answer = CaseJson.MAPPER.readTree(payload);
        if (!answer.has("statusCode")) {
            return new Answer(200, payload);
        }
        String body = answer.path("body").asText("");
        if (answer.path("isBase64Encoded").asBoolean(false)) {
            body = new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        }
        return new Answer(answer.path("statusCode").asInt(), body);
    }

    /** The body as JSON; missing when it is none. */
    JsonNode json() {
        try {
            return CaseJson.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return CaseJson.MAPPER.missingNode();
        }
    }
}
