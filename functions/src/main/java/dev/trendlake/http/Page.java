package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, as {@code limit} and {@code offset} ask for it: 100 from the first on without
 * them (spec: HTTP, 5).
 *
 * @param limit how many there are at most; at least 1
 * @param offset how many come before
 * @param url the address that was asked, which the neighbours' are made of
 */
public record Page(int limit, int offset, String url) {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /**
     * The part that a request asks for. A limit of none is the usual one, as in PostHog, and more
     * than 1,000 are never given at once.
     *
     * @throws InvalidRequest when one of the two is no whole number from 0 on
     */
    public static Page of(HttpRequest request) {
        int limit = number(request, "limit", USUAL);
        return new Page(
                limit == 0 ? USUAL : Math.min(limit, MOST),
                number(request, "offset", 0),
                request.url());
    }

    /**
     * The answer: how many there are in all, where their neighbours are, and this part of them.
     *
     * @param all the whole list
     * @param writer writes one
     */
    public <T> ObjectNode of(List<T> all, Function<? super T, ObjectNode> writer) {
        int first = Math.min(offset, all.size());
        int end = Math.min(all.size(), first + limit);
        ObjectNode page = JsonFormat.object();
        page.put("count", all.size());
        page.put("next", end < all.size() ? at(end) : null);
        page.put("previous", offset > 0 ? at(Math.max(0, offset - limit)) : null);
        ArrayNode results = page.putArray("results");
        all.subList(first, end).forEach(one -> results.add(writer.apply(one)));
        return page;
    }

    // The first part is named without an offset.
    private String at(int start) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String others =
                FormText.without(
                        "offset",
                        FormText.without("limit", question < 0 ? "" : url.substring(question + 1)));
        String next = "limit=" + limit + (start == 0 ? "" : "&offset=" + start);
        return path + "?" + (others.isEmpty() ? "" : others + "&") + next;
    }

    private static int number(HttpRequest request, String name, int otherwise) {
        String text = request.query().path(name).asText("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]+")) {
            throw new InvalidRequest(name, "'" + name + "' is a whole number from 0 on");
        }
        // No list is as long as that.
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
