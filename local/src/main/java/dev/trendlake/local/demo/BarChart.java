package dev.trendlake.local.demo;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws numbers as bars: a line for each, with its label before and the number behind. */
final class BarChart {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final String INDENT = "  ";

    private final Terminal terminal;

    BarChart(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The lines of a chart; the longest bar fills the terminal. */
    List<String> lines(List<Bar> bars) {
        int labels = bars.stream().mapToInt(bar -> length(bar.label())).max().orElse(0);
        labels = Math.min(labels, terminal.width() / 2);
        int numbers = bars.stream().mapToInt(bar -> number(bar).length()).max().orElse(0);
        double highest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        int room = terminal.width() - INDENT.length() - labels - numbers - 2;
        List<String> lines = new ArrayList<>();
        for (Bar bar : bars) {
            double share = highest > 0 ? Math.max(0, bar.value()) / highest : 0;
            String drawn = draw(share * room);
            lines.add(INDENT + fitted(bar.label(), labels) + " " + drawn + " " + number(bar));
        }
        return lines;
    }

    private String draw(double length) {
        if (!terminal.drawsBlocks()) {
            return "#".repeat((int) Math.round(length));
        }
        int eighths = (int) Math.round(length * 8);
        String whole = EIGHTHS.substring(8).repeat(eighths / 8);
        return eighths % 8 == 0 ? whole : whole + EIGHTHS.charAt(eighths % 8);
    }

    private String fitted(String label, int width) {
        int length = length(label);
        if (length <= width) {
            return label + " ".repeat(width - length);
        }
        return label.substring(0, label.offsetByCodePoints(0, width - 1))
                + (terminal.drawsBlocks() ? "…" : "~");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String number(Bar bar) {
        return NumberFormat.getInstance(Locale.ROOT).format(bar.value());
    }
}
