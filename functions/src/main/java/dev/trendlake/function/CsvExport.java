package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.answer.CsvWriter;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.trend.TrendQuery;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * What a request says about the file that its answer is saved as (spec: trends, 9.3).
 *
 * @param link the first line, which leads to the insight; empty without one
 * @param name the file's name, made of the caller's words
 * @param isSinceEver whether the range begins with the first event
 */
record CsvExport(String link, String name, boolean isSinceEver) {
    private static final String INSIGHT_ID = "export_insight_id";

    /**
     * Reads it.
     *
     * @param siteUrl the address under which insights are shown
     * @throws InvalidRequest when the insight's id can't be one
     */
    static CsvExport of(HttpRequest request, String siteUrl) {
        String insight = request.query().path(INSIGHT_ID).asText("");
        if (!insight.matches("[a-zA-Z0-9_-]{0,100}")) {
            throw new InvalidRequest(
                    INSIGHT_ID, "must be the id of an insight: letters, digits, - and _");
        }
        String link =
                insight.isEmpty()
                        ? ""
                        : "%s/insights/%s/%s".formatted(siteUrl, insight, CsvWriter.LINE_END);
        return new CsvExport(
                link,
                slug(request.query().path("export_name").asText("")),
                dateFrom(request).equals("all"));
    }

    /** The answer, whose list of entries is given. */
    HttpResponse response(TrendQuery query, JsonNode entries) {
        // Not the text/html of PostHog: labels hold what anybody may have sent as an event.
        return new HttpResponse(
                200,
                Map.of(
                        "content-type",
                        "text/csv; charset=utf-8",
                        "content-disposition",
                        "attachment; filename=\"%s\"".formatted(fileName(query))),
                link + new CsvWriter(query).write(entries));
    }

    private String fileName(TrendQuery query) {
        LocalDate first = query.range().from().toLocalDate();
        LocalDate last = query.range().to().toLocalDate();
        String start = isSinceEver ? "up until" : first + " -";
        return "%s (%s %s) from PostHog.csv".formatted(name, start, last);
    }

    private static String dateFrom(HttpRequest request) {
        JsonNode inBody = request.body().path("date_from");
        return (inBody.isMissingNode() ? request.query().path("date_from") : inBody).asText("");
    }

    // As Django makes slugs: unaccented ASCII letters and digits, words joined by hyphens.
    private static String slug(String text) {
        String slug =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_\\s-]", "")
                        .replaceAll("[-\\s]+", "-")
                        .replaceAll("^[-_]+|[-_]+$", "");
        return slug.isEmpty() ? "export" : slug;
    }
}
