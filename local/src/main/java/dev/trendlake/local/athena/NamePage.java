package dev.trendlake.local.athena;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list of names: at most 50 after the one that the token stands for.
 *
 * @param names the page
 * @param nextToken the token of the page after it; empty when nothing follows
 */
record NamePage(List<String> names, Optional<String> nextToken) {
    private static final int SIZE = 50;

    NamePage {
        names = List.copyOf(names);
    }

    /** The page that a request asks for. */
    static NamePage of(RequestBody request, List<String> all) throws Refusal {
        int size = request.integer("MaxResults").orElse(SIZE);
        if (size < 1 || size > SIZE) {
            throw Refusal.constraint(
                    "'" + size + "'",
                    "maxResults",
                    size < 1
                            ? "Member must have value greater than or equal to 1"
                            : "Member must have value less than or equal to " + SIZE);
        }
        int from = placeAfter(request.text("NextToken"), all);
        int to = Math.min(all.size(), from + size);
        return new NamePage(
                all.subList(from, to),
                to < all.size() ? Optional.of(token(all.get(to - 1))) : Optional.empty());
    }

    private static int placeAfter(Optional<String> token, List<String> all) throws Refusal {
        if (token.isEmpty()) {
            return 0;
        }
        for (int place = 0; place < all.size(); place++) {
            if (token(all.get(place)).equals(token.get())) {
                return place + 1;
            }
        }
        throw Refusal.invalidInput("Malformed nextPageToken " + token.get());
    }

    private static String token(String name) {
        return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }
}
