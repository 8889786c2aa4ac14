package dev.trendlake.intake.source;

import dev.trendlake.intake.json.JsonScanner;
import dev.trendlake.intake.json.NotJson;
import io.airlift.slice.Slice;
import java.io.IOException;
import java.util.List;

/**
 * Tells by the first rows of a source whether they are persons: only these have {@code
 * person_distinct_id_version} (spec: batch export, 2).
 */
public final class ModelProbe {
    private static final String OF_PERSONS = "person_distinct_id_version";

    private ModelProbe() {}

    /** It is known. */
    private static final class Known extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean isOfPersons;

        Known(boolean isOfPersons) {
            super("the model is known");
            this.isOfPersons = isOfPersons;
        }
    }

    /**
     * Whether the rows are persons; those of a source that tells nothing are taken for events.
     *
     * @throws OriginFailed when the bytes can't be had
     */
    public static boolean isOfPersons(EventSource source) throws IOException {
        try {
            new SourceReader(
                            List.of(
                                    WantedColumn.optional(
                                            OF_PERSONS, PageColumn.Kind.LONG, PageColumn.Kind.INT)))
                    .read(source, new Probe());
            return false;
        } catch (Known known) {
            return known.isOfPersons;
        }
    }

    private static final class Probe implements RowTaker {
        @Override
        public void take(RowBatch batch) throws IOException {
            switch (batch) {
                case RowBatch.Lines lines -> look(lines.text());
                case RowBatch.LongLine _ -> {
                    // The next one may tell.
                }
                case RowBatch.Rows rows -> throw new Known(rows.columns().containsKey(OF_PERSONS));
            }
        }

        @Override
        public void damaged(long row, String reason) throws IOException {
            throw new Known(false);
        }

        private static void look(Slice text) throws IOException {
            byte[] bytes = text.byteArray();
            int from = text.byteArrayOffset();
            int stop = from + text.length();
            while (from < stop) {
                int end = from;
                while (end < stop && bytes[end] != '\n') {
                    end++;
                }
                lookAt(bytes, from, end);
                from = end + 1;
            }
        }

        // A line that is no JSON tells nothing.
        private static void lookAt(byte[] bytes, int from, int to) throws IOException {
            boolean[] isOfPersons = new boolean[1];
            try {
                new JsonScanner()
                        .read(
                                bytes,
                                from,
                                to,
                                (key, _, _, _) -> isOfPersons[0] |= key.name().equals(OF_PERSONS));
            } catch (NotJson e) {
                return;
            }
            throw new Known(isOfPersons[0]);
        }
    }
}
