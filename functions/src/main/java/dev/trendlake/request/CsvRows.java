package dev.trendlake.request;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV text, as Python's {@code csv.reader} reads them: fields between commas, in
 * double quotes where they hold commas, quotes (doubled) or line ends. A blank line has no fields.
 */
final class CsvRows {
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvRows(String text) {
        this.text = text;
    }

    /** Reads a text. */
    static List<List<String>> of(String text) {
        return new CsvRows(text).read();
    }

    private List<List<String>> read() {
        while (at < text.length()) {
            readRow();
        }
        return rows;
    }

    private void readRow() {
        row = new ArrayList<>();
        boolean isBlank = isLineEnd();
        while (at < text.length() && !isLineEnd()) {
            readField();
        }
        if (!isBlank && text.charAt(at - 1) == ',') {
            row.add("");
        }
        skipLineEnd();
        rows.add(row);
    }

    private void readField() {
        field.setLength(0);
        if (text.charAt(at) == '"') {
            at++;
            readQuoted();
        }
        while (at < text.length() && text.charAt(at) != ',' && !isLineEnd()) {
            field.append(text.charAt(at++));
        }
        row.add(field.toString());
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
        }
    }

    private void readQuoted() {
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != '"') {
                field.append(character);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return;
            }
        }
    }

    private boolean isLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void skipLineEnd() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        } else if (at < text.length()) {
            at++;
            return;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }
}
