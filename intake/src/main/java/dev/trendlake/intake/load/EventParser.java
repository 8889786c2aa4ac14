package dev.trendlake.intake.load;

import dev.trendlake.intake.json.Utf8;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.project.PropertyColumns;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Makes rows of the lake out of rows of a source. Not safe for several threads. */
final class EventParser {
    private final EventEncoder encoder;
    private final LineEvents lines = new LineEvents();

    /**
     * @param columns the properties that have columns of their own
     * @param clock says what tomorrow is, the last day that the table has
     */
    EventParser(PropertyColumns columns, Clock clock) {
        this.encoder = new EventEncoder(columns, new EventTime(clock));
    }

    ParsedBatch parse(RowBatch batch) {
        return switch (batch) {
            case RowBatch.Lines some -> parse(some);
            case RowBatch.LongLine line -> refused(line);
            case RowBatch.Rows rows -> parse(rows);
        };
    }

    /** Adds the row of an event that was made from something else. */
    void add(Event event, ParsedBatch.Builder batch) throws LineRefused {
        encoder.encode(RawEvent.of(event), batch.events());
    }

    /** Begins a batch to which single events are added. */
    ParsedBatch.Builder begin(int capacity) {
        ParsedBatch.Builder batch = new ParsedBatch.Builder(capacity);
        encoder.begin(batch.names());
        return batch;
    }

    private ParsedBatch parse(RowBatch.Lines some) {
        ParsedBatch.Builder batch = begin(some.text().length() / 4 * 5);
        byte[] bytes = some.text().byteArray();
        long number = some.first();
        int from = some.text().byteArrayOffset();
        int stop = from + some.text().length();
        while (from < stop) {
            int end = LineEnds.next(bytes, from, stop);
            parseLine(bytes, from, end, number, batch);
            from = end + 1;
            number++;
        }
        return batch.build();
    }

    private void parseLine(
            byte[] bytes, int from, int end, long number, ParsedBatch.Builder batch) {
        batch.countRead();
        int start = LineEnds.afterBlanks(bytes, from, end);
        int stop = LineEnds.beforeBlanks(bytes, start, end);
        if (start == stop) {
            return;
        }
        try {
            if (!Utf8.isValid(bytes, start, stop)) {
                throw new LineRefused("not UTF-8");
            }
            encoder.encode(lines.read(bytes, start, stop), batch.events());
        } catch (LineRefused e) {
            String row = new String(bytes, start, stop - start, StandardCharsets.UTF_8);
            batch.refuse(number, e, row);
        }
    }

    private ParsedBatch refused(RowBatch.LongLine line) {
        ParsedBatch.Builder batch = begin(0);
        batch.countRead();
        batch.refuse(
                line.first(),
                new LineRefused("longer than 32 MiB; this is how it begins"),
                line.start().toStringUtf8());
        return batch.build();
    }

    private ParsedBatch parse(RowBatch.Rows rows) {
        int count = rows.page().getPositionCount();
        // What the properties' columns take twice is an eighth, rather more.
        int values = (int) rows.page().getSizeInBytes() / 8 * 9;
        ParsedBatch.Builder batch = begin(values + count * encoder.headerSize());
        PageEvents events = new PageEvents(rows);
        for (int row = 0; row < count; row++) {
            batch.countRead();
            try {
                encoder.encode(events.read(row), batch.events());
            } catch (LineRefused e) {
                batch.refuse(rows.first() + row, e, RowText.of(rows, row));
            }
        }
        return batch.build();
    }
}
