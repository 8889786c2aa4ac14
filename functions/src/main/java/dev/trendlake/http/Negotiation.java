package dev.trendlake.http;

import dev.trendlake.error.NotAcceptable;
import dev.trendlake.error.NotFound;
import java.util.Arrays;
import java.util.List;

/** Decides in which form a request is answered, as Django REST framework does. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * The form of the answer.
     *
     * @param suffix the path's own suffix, without its dot; empty without one
     * @throws NotFound when a form is asked for by a name that there is not
     * @throws NotAcceptable when the {@code Accept} header allows none of what is left
     */
    public static Format formatFor(HttpRequest request, String suffix) {
        String named = suffix.isEmpty() ? request.query().path("format").asText("") : suffix;
        List<Format> candidates = named.isEmpty() ? List.of(Format.values()) : formatsNamed(named);
        List<String> accepted = accepted(request.header("accept"));
        for (int wildcards = 0; wildcards <= 2; wildcards++) {
            List<String> equallyNarrow = withWildcards(wildcards, accepted);
            for (Format format : candidates) {
                if (equallyNarrow.stream().anyMatch(format::meets)) {
                    return format;
                }
            }
        }
        throw new NotAcceptable();
    }

    // The narrower entries come first; among equals, the forms in their own order.
    private static List<String> withWildcards(int count, List<String> accepted) {
        return accepted.stream()
                .filter(entry -> entry.chars().filter(letter -> letter == '*').count() == count)
                .toList();
    }

    private static List<Format> formatsNamed(String name) {
        for (Format format : Format.values()) {
            if (format.wireName().equals(name)) {
                return List.of(format);
            }
        }
        throw new NotFound("Not found.");
    }

    private static List<String> accepted(String header) {
        List<String> accepted =
                Arrays.stream(header.split(",", -1))
                        .map(entry -> MediaType.parse(entry).name())
                        .filter(name -> !name.isEmpty())
                        .toList();
        return accepted.isEmpty() ? List.of("*/*") : accepted;
    }
}
