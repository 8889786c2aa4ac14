package dev.trendlake.intake.captured;

import dev.trendlake.intake.load.RefusedRow;
import dev.trendlake.intake.load.RefusedRows;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.RowTaker;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the lines of an object by their projects. */
final class LineSorting implements RowTaker {
    private static final Pattern START = Pattern.compile("\\{\"project_id\":([1-9][0-9]{0,17}),");

    private final ProjectLines lines;
    private final RefusedRows refused;

    /**
     * @param refused takes the lines that name no project
     */
    LineSorting(ProjectLines lines, RefusedRows refused) {
        this.lines = lines;
        this.refused = refused;
    }

    @Override
    public void take(RowBatch batch) throws IOException {
        switch (batch) {
            case RowBatch.Lines some -> sort(some);
            case RowBatch.LongLine line ->
                    refuse(
                            line.first(),
                            "longer than a line of captured events can be; this is how it begins",
                            line.start().toStringUtf8());
            case RowBatch.Rows rows ->
                    refuse(
                            rows.first(),
                            "this is Parquet; captured events are JSON lines, and exports belong"
                                    + " into raw/project_id=ID/",
                            "");
        }
    }

    @Override
    public void damaged(long row, String reason) throws IOException {
        refuse(row, reason, "");
    }

    private void sort(RowBatch.Lines some) throws IOException {
        long number = some.first();
        String text = some.text().toStringUtf8();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            sort(number, text.substring(start, end).strip());
            start = end + 1;
            number++;
        }
    }

    private void sort(long number, String line) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        Matcher matcher = START.matcher(line);
        try {
            long project =
                    matcher.lookingAt()
                            ? Long.parseLong(matcher.group(1))
                            : CapturedLine.read(line).project();
            lines.add(project, number, line);
        } catch (NotCaptured e) {
            refuse(number, String.valueOf(e.getMessage()), line);
        }
    }

    private void refuse(long number, String reason, String line) throws IOException {
        refused.refuse(new RefusedRow(number, reason, line));
    }
}
