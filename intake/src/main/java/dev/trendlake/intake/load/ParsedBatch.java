package dev.trendlake.intake.load;

import java.util.ArrayList;
import java.util.List;

/**
 * What some rows of a source turned out to be.
 *
 * @param read how many rows were looked at, blank lines too
 * @param earliest when the first of the events happened; {@link Long#MAX_VALUE} without any
 */
record ParsedBatch(
        EncodedEvents events,
        List<RefusedRow> refused,
        NamesSeen names,
        GroupsSeen groups,
        long read,
        long earliest) {

    /** A batch that is being parsed. */
    static final class Builder {
        private final EncodedEvents events;
        private final List<RefusedRow> refused = new ArrayList<>();
        private final NamesSeen names = new NamesSeen();
        private long read;

        Builder(int capacity) {
            events = new EncodedEvents(capacity);
        }

        EncodedEvents events() {
            return events;
        }

        NamesSeen names() {
            return names;
        }

        void countRead() {
            read++;
        }

        void refuse(long line, LineRefused why, String row) {
            refused.add(new RefusedRow(line, String.valueOf(why.getMessage()), row));
        }

        ParsedBatch build() {
            GroupsSeen groups = new GroupsSeen();
            long[] earliest = {Long.MAX_VALUE};
            events.forEach(row -> {
                earliest[0] = Math.min(earliest[0], row.timestamp());
                groups.see(row);
            });
            return new ParsedBatch(events, refused, names, groups, read, earliest[0]);
        }
    }
}
