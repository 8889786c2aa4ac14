package dev.trendlake.intake.load;

import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.project.PropertyColumns;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes rows of single lines of an export. */
final class LineParser {
    private final EventParser parser;

    LineParser(Clock clock) {
        this(clock, PropertyColumns.NONE);
    }

    LineParser(Clock clock, PropertyColumns columns) {
        parser = new EventParser(columns, clock);
    }

    /** A row as texts. */
    record Row(EventRow row) {
        String event() {
            return required(EventField.EVENT);
        }

        Instant timestamp() {
            return row.time();
        }

        LocalDate day() {
            return LocalDate.ofInstant(row.time(), ZoneOffset.UTC);
        }

        String distinctId() {
            return required(EventField.DISTINCT_ID);
        }

        String personId() {
            return required(EventField.PERSON_ID);
        }

        String uuid() {
            return required(EventField.UUID);
        }

        String elementsChain() {
            return required(EventField.ELEMENTS_CHAIN);
        }

        String personProperties() {
            return required(EventField.PERSON_PROPERTIES);
        }

        String properties() {
            return required(EventField.PROPERTIES);
        }

        @Nullable String session() {
            return text(row.text(EventField.SESSION));
        }

        @Nullable String group(int index) {
            return text(row.text(EventField.valueOf("GROUP_" + index)));
        }

        @Nullable String property(int column) {
            return text(row.property(column));
        }

        boolean isOfNothing() {
            return session() == null
                    && IntStream.range(0, 5).allMatch(index -> group(index) == null);
        }

        private String required(EventField field) {
            return row.required(field).toStringUtf8();
        }

        private static @Nullable String text(@Nullable Slice text) {
            return text == null ? null : text.toStringUtf8();
        }
    }

    /** The row of a line. */
    Row read(String line) throws LineRefused {
        ParsedBatch batch = parse(line);
        if (!batch.refused().isEmpty()) {
            throw new LineRefused(batch.refused().getFirst().reason());
        }
        List<EventRow> rows = new ArrayList<>();
        batch.events().forEach(rows::add);
        return new Row(rows.getFirst());
    }

    /** What a line turns out to be. */
    ParsedBatch parse(String line) {
        return parser.parse(new RowBatch.Lines(Slices.utf8Slice(line), 1));
    }
}
