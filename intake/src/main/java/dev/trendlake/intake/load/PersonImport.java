package dev.trendlake.intake.load;

import dev.trendlake.intake.json.Utf8;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The import of persons into one project: first all rows are taken, then the table is brought up to
 * date. The order of rows and of imports makes no difference, but that a deleted person who is
 * imported again from an older export is there again. Not safe for several threads.
 */
public final class PersonImport {
    private final LakeAccess lake;
    private final long project;
    private final RefusedRows refusedRows;
    private final LoadListener listener;
    private final PersonReader reader = new PersonReader();
    private final PersonDirectory news = new PersonDirectory();
    private final NamesSeen names = new NamesSeen();
    private final PersonNames learner = new PersonNames(names);
    private long looked;
    private long read;

    /** Begins an import, into a project that exists. */
    public PersonImport(
            LakeAccess lake, long project, RefusedRows refusedRows, LoadListener listener) {
        this.lake = lake;
        this.project = project;
        this.refusedRows = refusedRows;
        this.listener = listener;
    }

    /** What reads a source so that its rows can be taken. */
    public static SourceReader reader() {
        return new SourceReader(PagePersons.COLUMNS);
    }

    /** Takes rows of an export. */
    public void take(RowBatch batch) throws IOException {
        switch (batch) {
            case RowBatch.Lines lines -> takeLines(lines);
            case RowBatch.LongLine line ->
                    refuse(
                            line.first(),
                            new LineRefused("longer than 32 MiB; this is how it begins"),
                            line.start().toStringUtf8());
            case RowBatch.Rows rows -> takeRows(rows);
        }
        listener.read(looked);
    }

    /** Takes what became of one distinct id and its person. */
    public void add(PersonRow row, boolean isDeleted) {
        add(new PersonLine(row, isDeleted));
    }

    /** How many rows were understood. */
    public long read() {
        return read;
    }

    /** Brings the table up to date, and says how many distinct ids that touches. */
    public long write() throws IOException {
        long[] changed = new long[1];
        lake.tables()
                .change(
                        PersonRow.TABLE,
                        project,
                        present -> {
                            PersonDirectory directory = PersonDirectory.of(present);
                            directory.addAll(news);
                            List<PersonRow> rows = directory.rows();
                            changed[0] = differences(present, rows);
                            return changed[0] == 0 ? Optional.empty() : Optional.of(rows);
                        });
        new NameLearning(lake.names(), lake.projects()).learn(project, names, listener);
        return changed[0];
    }

    private void takeLines(RowBatch.Lines lines) throws IOException {
        long number = lines.first();
        byte[] bytes = lines.text().byteArray();
        int from = lines.text().byteArrayOffset();
        int stop = from + lines.text().length();
        while (from < stop) {
            int end = LineEnds.next(bytes, from, stop);
            takeLine(bytes, from, end, number);
            from = end + 1;
            number++;
        }
    }

    private void takeLine(byte[] bytes, int from, int end, long number) throws IOException {
        looked++;
        int start = LineEnds.afterBlanks(bytes, from, end);
        int stop = LineEnds.beforeBlanks(bytes, start, end);
        if (start == stop) {
            return;
        }
        String text = new String(bytes, start, stop - start, StandardCharsets.UTF_8);
        try {
            if (!Utf8.isValid(bytes, start, stop)) {
                throw new LineRefused("not UTF-8");
            }
            add(reader.read(text));
        } catch (LineRefused e) {
            refuse(number, e, text);
        }
    }

    private void takeRows(RowBatch.Rows rows) throws IOException {
        for (int row = 0; row < rows.page().getPositionCount(); row++) {
            looked++;
            try {
                add(PersonReader.line(new PagePersons(rows, reader).fields(row)));
            } catch (LineRefused e) {
                refuse(rows.first() + row, e, RowText.of(rows, row));
            }
        }
    }

    private void add(PersonLine line) {
        read++;
        news.add(line);
        if (!line.isDeleted()) {
            learner.see(line.row().properties(), line.row().createdAt());
        }
    }

    private void refuse(long number, LineRefused why, String row) throws IOException {
        refusedRows.refuse(new RefusedRow(number, String.valueOf(why.getMessage()), row));
    }

    private static long differences(List<PersonRow> before, List<PersonRow> after) {
        Set<PersonRow> old = Set.copyOf(before);
        Set<PersonRow> fresh = Set.copyOf(after);
        return Stream.concat(
                        before.stream().filter(row -> !fresh.contains(row)),
                        after.stream().filter(row -> !old.contains(row)))
                .map(PersonRow::distinctId)
                .collect(Collectors.toCollection(HashSet::new))
                .size();
    }
}
