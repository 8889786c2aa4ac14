package dev.trendlake.local.document;

/**
 * An answer, and what it was asked for.
 *
 * @param method the request's method
 * @param target the request's path, with its query string
 * @param status the status
 * @param contentType the header; empty without one
 * @param body the body without its compression
 */
public record ApiAnswer(String method, String target, int status, String contentType, String body) {
    /** The media type alone. */
    String mediaType() {
        return mediaType(contentType);
    }

    static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip();
    }
}
