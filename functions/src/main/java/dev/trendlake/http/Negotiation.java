package dev.trendlake.http;

import dev.trendlake.error.NotAcceptable;
import dev.trendlake.error.NotFound;
import java.util.ArrayList;
import java.util.Comparator;
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
        for (String accepted : accepted(request.header("accept"))) {
            for (Format format : candidates) {
                if (format.meets(accepted)) {
                    return format;
                }
            }
        }
        throw new NotAcceptable();
    }

    private static List<Format> formatsNamed(String name) {
        for (Format format : Format.values()) {
            if (format.wireName().equals(name)) {
                return List.of(format);
            }
        }
        throw new NotFound("Not found.");
    }

    // The narrower entries first; among equals, the forms in their own order (JSON first).
    private static List<String> accepted(String header) {
        List<String> accepted = new ArrayList<>();
        for (String entry : header.split(",", -1)) {
            String name = MediaType.parse(entry).name();
            if (!name.isEmpty()) {
                accepted.add(name);
            }
        }
        accepted.sort(Comparator.comparingInt(Negotiation::wildcards));
        return accepted.isEmpty() ? List.of("*/*") : accepted;
    }

    private static int wildcards(String accepted) {
        return (int) accepted.chars().filter(character -> character == '*').count();
    }
}
