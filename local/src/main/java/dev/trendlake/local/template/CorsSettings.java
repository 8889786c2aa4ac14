package dev.trendlake.local.template;

import java.util.List;

/**
 * What an HTTP API lets the pages of other web sites do.
 *
 * @param origins the sites: {@code https://a.example}, {@code https://*}, or {@code *} for all;
 *     none when it lets them do nothing
 * @param methods the methods that they may use
 * @param headers the headers that they may send
 * @param exposedHeaders the headers that they may read
 * @param maxAgeSeconds how long a browser may keep this in mind; 0 when nothing is said of it
 */
public record CorsSettings(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposedHeaders,
        long maxAgeSeconds) {
    // What API Gateway takes.
    private static final long LONGEST_SECONDS = 86_400;

    /** Copies the lists; refuses what API Gateway would. */
    public CorsSettings {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposedHeaders = List.copyOf(exposedHeaders);
        if (maxAgeSeconds < -1 || maxAgeSeconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("MaxAge " + maxAgeSeconds);
        }
        for (String origin : origins) {
            if (!origin.matches("\\*|https?://(\\*|[^/\\s]+)")) {
                throw new IllegalArgumentException("origin '" + origin + "'");
            }
        }
    }

    /** Lets pages of other sites do nothing. */
    public static CorsSettings off() {
        return new CorsSettings(List.of(), List.of(), List.of(), List.of(), 0);
    }

    /** Whether there is anything that they may do. */
    public boolean isOn() {
        return !origins.isEmpty();
    }
}
