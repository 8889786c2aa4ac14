package dev.trendlake.local.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trendlake.function.FallbackFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The API's document (OpenAPI 3.1), and what others do that it doesn't say. */
public final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The one that is served. */
    public static final ApiDocument SERVED = new ApiDocument(read());

    private final JsonNode document;
    private final DocumentPaths paths;
    private final DocumentSchemas schemas;

    ApiDocument(JsonNode document) {
        this.document = document;
        this.paths = new DocumentPaths(document);
        this.schemas = new DocumentSchemas(document);
    }

    /** The document itself. */
    public JsonNode json() {
        return document;
    }

    /** What an answer does that the document doesn't say; empty when it is as documented. */
    public List<String> violations(ApiAnswer answer) {
        return response(answer)
                .map(response -> ofBody(answer, DocumentReferences.followed(response, document)))
                .orElseGet(() -> List.of("the status is not documented"))
                .stream()
                .map(violation ->
                        "%s %s, %d: %s"
                                .formatted(
                                        answer.method(),
                                        shortened(answer.target()),
                                        answer.status(),
                                        violation))
                .toList();
    }

    /**
     * What a request does that the document doesn't say.
     *
     * @param body a JSON document
     */
    public List<String> violationsOfRequest(String method, String target, JsonNode body) {
        return operation(method, target)
                .map(operation -> operation.at("/requestBody/content/application~1json/schema"))
                .filter(schema -> !schema.isMissingNode())
                .map(schema -> schemas.violations(schema, body))
                .orElseGet(() -> List.of("no such request is documented"));
    }

    private Optional<JsonNode> response(ApiAnswer answer) {
        Optional<JsonNode> item = paths.find(answer.target());
        if (item.isEmpty()) {
            return shared(answer.status(), "404", "NotFound");
        }
        JsonNode operation = item.get().path(answer.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return shared(answer.status(), "405", "NotFound");
        }
        return Optional.of(operation.path("responses").path(Integer.toString(answer.status())))
                .filter(response -> !response.isMissingNode());
    }

    // What is answered where there is nothing, or nothing to do with it.
    private Optional<JsonNode> shared(int status, String expected, String name) {
        String response =
                switch (status) {
                    case 413 -> "TooLarge";
                    case 431 -> "TooManyHeaders";
                    default -> Integer.toString(status).equals(expected) ? name : "";
                };
        return response.isEmpty()
                ? Optional.empty()
                : Optional.of(document.at("/components/responses/" + response));
    }

    private List<String> ofBody(ApiAnswer answer, JsonNode response) {
        if (!response.has("content")) {
            return answer.body().isEmpty() ? List.of() : List.of("there should be no body");
        }
        JsonNode content = response.path("content").path(answer.mediaType());
        if (content.isMissingNode()) {
            return List.of("the content type '" + answer.contentType() + "' is not documented");
        }
        // A HEAD is a GET without its body.
        return answer.method().equals("HEAD")
                ? List.of()
                : schemas.violations(content.path("schema"), value(answer));
    }

    private static JsonNode value(ApiAnswer answer) {
        if (!answer.mediaType().equals("application/json")) {
            return new TextNode(answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is not JSON: " + answer.body(), e);
        }
    }

    private Optional<JsonNode> operation(String method, String target) {
        return paths.find(target)
                .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode());
    }

    private static String shortened(String target) {
        return target.length() < 200 ? target : target.substring(0, 200) + "…";
    }

    private static JsonNode read() {
        try (InputStream document = FallbackFunction.class.getResourceAsStream("openapi.json")) {
            return JSON.readTree(Objects.requireNonNull(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
