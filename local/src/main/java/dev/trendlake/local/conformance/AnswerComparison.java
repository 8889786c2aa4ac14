package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Compares an answer with what a case expects of it. */
final class AnswerComparison {
    private static final ValueComparison EXACT = new ValueComparison(0);

    private final Expectation expectation;
    private final Answer answer;
    private final String list;

    /**
     * @param path the request's path: {@code query} answers {@code results}, all others {@code
     *     result}
     */
    AnswerComparison(Expectation expectation, String path, Answer answer) {
        this.expectation = expectation;
        this.answer = answer;
        this.list = isQuery(path) ? "results" : "result";
    }

    /** The first difference; empty when the answer is right. */
    Optional<Difference> firstDifference() {
        return compareStatus()
                .or(this::compareError)
                .or(this::compareBody)
                .or(this::compareCount)
                .or(this::compareEntries)
                .or(this::compareText);
    }

    private static boolean isQuery(String path) {
        return path.equals("query") || path.startsWith("query/");
    }

    private Optional<Difference> compareStatus() {
        if (answer.status() == expectation.status()) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(
                        "status",
                        Integer.toString(expectation.status()),
                        answer.status() + " " + Difference.shorten(answer.body())));
    }

    private Optional<Difference> compareError() {
        return expectation.error().isEmpty()
                ? Optional.empty()
                : EXACT.compare("", expectation.error(), answer.json());
    }

    private Optional<Difference> compareBody() {
        return expectation.body().isEmpty()
                ? Optional.empty()
                : EXACT.compare("", expectation.body(), answer.json());
    }

    private Optional<Difference> compareCount() {
        if (expectation.count().isEmpty()) {
            return Optional.empty();
        }
        int expected = expectation.count().getAsInt();
        JsonNode entries = answer.json().path(list);
        if (entries.isArray() && entries.size() == expected) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(
                        list,
                        expected + " entries",
                        entries.isArray()
                                ? entries.size() + " entries"
                                : Difference.show(entries)));
    }

    private Optional<Difference> compareEntries() {
        if (expectation.entries().isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> expected = expectation.entries().get();
        JsonNode entries = answer.json().path(list);
        if (!entries.isArray()) {
            return Optional.of(new Difference(list, "a list", Difference.show(entries)));
        }
        EntriesComparison comparison =
                new EntriesComparison(
                        expectation.tolerance(), list, expected, entries.valueStream().toList());
        return switch (expectation.mode()) {
            case IN_ORDER -> comparison.inOrder();
            case IN_ANY_ORDER -> comparison.inAnyOrder();
            case AMONG_OTHERS -> comparison.amongOthers();
        };
    }

    private Optional<Difference> compareText() {
        if (expectation.text().isEmpty()) {
            return Optional.empty();
        }
        String expected = withoutLineEnds(expectation.text().get());
        String actual = withoutLineEnds(answer.body());
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(
                        new Difference(
                                "text", Difference.shorten(expected), Difference.shorten(actual)));
    }

    // A case writes line ends as a line feed; those at the end say nothing (FORMAT.md).
    private static String withoutLineEnds(String text) {
        return text.replace("\r\n", "\n").replaceAll("\n+$", "");
    }
}
