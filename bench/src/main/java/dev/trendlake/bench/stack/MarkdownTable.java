package dev.trendlake.bench.stack;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;

/** Prints measures as they come, as rows of a table in Markdown. */
public final class MarkdownTable {
    private final PrintStream out;

    /** Prints the head. */
    public MarkdownTable(PrintStream out, List<String> columns) {
        this.out = out;
        row(columns);
        row(Collections.nCopies(columns.size(), "---"));
    }

    /** Prints a measure and its value. */
    public void row(String measure, String value) {
        row(List.of(measure, value));
    }

    /** Prints a row. */
    public void row(List<String> cells) {
        out.println("| " + String.join(" | ", cells) + " |");
    }
}
