package dev.trendlake.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API key that a request carries, and where it stood. Never written anywhere: its text has no
 * key in it.
 */
final class Credential {
    // The scheme is case-sensitive, as PostHog has it.
    private static final Pattern BEARER = Pattern.compile("Bearer\\s+(\\S.*)", Pattern.DOTALL);
    private static final String OAUTH_TOKEN = "pha_";
    private static final String MEMBER = "personal_api_key";

    private final String key;
    private final String place;

    private Credential(String key, String place) {
        this.key = key;
        this.place = place;
    }

    /**
     * The first key of a request: of the header, else of the body, else of the query string. Only
     * that one is ever tried (spec: HTTP, 1).
     */
    static Optional<Credential> of(HttpRequest request) {
        return inHeader(request.header("authorization"))
                .or(() -> member(request.fields().path(MEMBER), "body"))
                .or(() -> member(request.query().path(MEMBER), "query string"));
    }

    /** What is kept of the key. */
    KeyHash hash() {
        return KeyHash.of(key);
    }

    /** Where the key stood, as the error message names it. */
    String place() {
        return place;
    }

    @Override
    public String toString() {
        return "a key in the request's " + place;
    }

    private static Optional<Credential> inHeader(String header) {
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        String token = bearer.group(1).strip();
        return token.startsWith(OAUTH_TOKEN)
                ? Optional.empty()
                : Optional.of(new Credential(token, "Authorization header"));
    }

    private static Optional<Credential> member(JsonNode value, String place) {
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Credential(value.asText(), place));
    }
}
