package dev.trendlake.http;

import dev.trendlake.error.UnsupportedMediaType;

/** Reads a body by its content type, as Django REST framework does (spec: HTTP, 5). */
final class RequestBody {
    private RequestBody() {}

    /**
     * The members of the body, texts where it is a form, and its files; none of an empty body.
     *
     * @throws dev.trendlake.error.MalformedRequest when it is not what its type says
     * @throws UnsupportedMediaType when its type is none of JSON, form and multipart form
     */
    static ReceivedBody read(byte[] body, String contentType) {
        if (body.length == 0) {
            return ReceivedBody.of(JsonFormat.object());
        }
        MediaType type = MediaType.parse(contentType);
        return switch (type.name()) {
            case "application/json" -> ReceivedBody.of(JsonBody.read(body, type.charset()));
            case "application/x-www-form-urlencoded" ->
                    ReceivedBody.of(FormText.read(new String(body, type.charset())));
            case "multipart/form-data" ->
                    MultipartForm.read(
                            body, type.charset(), type.parameters().getOrDefault("boundary", ""));
            default ->
                    throw new UnsupportedMediaType(
                            "Unsupported media type \"" + contentType + "\" in request.");
        };
    }
}
