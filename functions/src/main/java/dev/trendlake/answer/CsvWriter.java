package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.trend.TrendQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the entries of an answer as CSV (spec: trends, 9.3; RFC 4180): a line for each, with a
 * column for each bucket of the current period or one for the total.
 */
public final class CsvWriter {
    /** How lines end. */
    public static final String LINE_END = "\r\n";

    private static final String TOTAL = "aggregated_value";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");
    // Smaller and larger numbers have an exponent, as in PostHog's files.
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double SMALLEST_BEYOND = 1e16;

    private final TrendQuery query;

    /** Takes the question that was asked. */
    public CsvWriter(TrendQuery query) {
        this.query = query;
    }

    /** The document of a list of entries, as {@link TrendAnswer} writes them. */
    public String write(JsonNode entries) {
        StringBuilder document = new StringBuilder(line(header()));
        entries.forEach(entry -> document.append(line(cells(entry))));
        return document.toString();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("series"));
        if (query.display().isTotalValue()) {
            header.add(TOTAL);
        } else {
            header.addAll(Buckets.of(Period.CURRENT, query).labels());
        }
        return header;
    }

    private List<String> cells(JsonNode entry) {
        String label = entry.path("label").asText();
        List<String> cells = new ArrayList<>();
        cells.add(entry.path("action").path("custom_name").asText(label));
        if (query.display().isTotalValue()) {
            cells.add(number(entry.path(TOTAL)));
        } else {
            entry.path("data").forEach(amount -> cells.add(number(amount)));
        }
        return cells;
    }

    private static String number(JsonNode number) {
        if (!number.isNumber()) {
            return "";
        }
        double size = Math.abs(number.doubleValue());
        boolean isPlain = size == 0 || (size >= SMALLEST_PLAIN && size < SMALLEST_BEYOND);
        if (number.isIntegralNumber() || !isPlain) {
            return number.asText();
        }
        String plain = BigDecimal.valueOf(number.doubleValue()).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
