package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.Caller;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.Author;
import dev.trendlake.project.SavedInsight;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which insights a list is to have, and in what order: {@code short_id}, {@code search}, {@code
 * saved}, {@code favorited}, {@code user}, {@code created_by}, {@code insight}, {@code order}.
 *
 * @param query the parameters of the query string
 * @param caller who asks
 */
record InsightSelection(ObjectNode query, Caller caller) {
    /** What PostHog can tell insights apart by, and nothing is kept of here. */
    private static final List<String> REFUSED =
            List.of("dashboards", "date_from", "date_to", "created_date_from", "created_date_to");

    private static final Comparator<SavedInsight> BY_CHANGE =
            Comparator.comparing((SavedInsight insight) -> insight.lastChange().at())
                    .thenComparingLong(SavedInsight::id);

    InsightSelection {
        for (String name : REFUSED) {
            if (!query.path(name).asText("").isEmpty()) {
                throw new InvalidRequest(name, "insights can't be selected by it; leave it out");
            }
        }
    }

    /** Whether the list has an insight. */
    boolean holds(SavedInsight insight) {
        return isNamed(insight)
                && isFound(insight)
                && isMarked("saved", insight.marks().saved())
                && isMarked("favorited", insight.marks().favorited())
                && isOfAuthor(insight)
                && List.of("", "TRENDS", "JSON").contains(parameter("insight"));
    }

    /** The order of the list: the last changed first, unless it is asked otherwise. */
    Comparator<SavedInsight> order() {
        String asked = parameter("order");
        boolean isDown = asked.isEmpty() || asked.startsWith("-");
        Comparator<SavedInsight> order =
                switch (asked.replaceFirst("^-", "")) {
                    case "", "last_modified_at", "updated_at" -> BY_CHANGE;
                    case "created_at" ->
                            Comparator.comparing(InsightSelection::createdAt)
                                    .thenComparingLong(SavedInsight::id);
                    case "id" -> Comparator.comparingLong(SavedInsight::id);
                    case "name" ->
                            Comparator.comparing((SavedInsight insight) ->
                                            insight.name().toLowerCase(Locale.ROOT))
                                    .thenComparingLong(SavedInsight::id);
                    default ->
                            throw new InvalidRequest(
                                    "order",
                                    "is one of: id, name, created_at, last_modified_at; with a"
                                            + " hyphen before it for the other way round");
                };
        return isDown ? order.reversed() : order;
    }

    private boolean isNamed(SavedInsight insight) {
        String shortId = parameter("short_id");
        return shortId.isEmpty() || shortId.equals(insight.shortId());
    }

    private boolean isFound(SavedInsight insight) {
        String searched = parameter("search").toLowerCase(Locale.ROOT);
        return searched.isEmpty()
                || List.of(
                                insight.name(),
                                insight.derivedName(),
                                insight.details().description(),
                                String.join(" ", insight.details().tags()))
                        .stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(searched));
    }

    // As PostHog: favorited without a value, or with any, asks for favourites; saved has two.
    private boolean isMarked(String name, boolean is) {
        if (!query.has(name)) {
            return true;
        }
        return name.equals("favorited") ? is : is == isTrue(parameter(name));
    }

    private boolean isOfAuthor(SavedInsight insight) {
        Author author = insight.details().author();
        if (query.has("user")) {
            return author != null && author.uuid().equals(caller.user().uuid());
        }
        String id = parameter("created_by");
        return id.isEmpty() || (author != null && id.equals(Long.toString(author.id())));
    }

    private static boolean isTrue(String word) {
        return List.of("", "true", "1", "t", "yes").contains(word.toLowerCase(Locale.ROOT));
    }

    private static Instant createdAt(SavedInsight insight) {
        Instant createdAt = insight.details().createdAt();
        return createdAt == null ? Instant.EPOCH : createdAt;
    }

    private String parameter(String name) {
        return query.path(name).asText("");
    }
}
