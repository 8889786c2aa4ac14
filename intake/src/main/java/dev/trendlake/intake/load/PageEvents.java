package dev.trendlake.intake.load;

import dev.trendlake.intake.json.Utf8;
import dev.trendlake.intake.source.PageColumn;
import dev.trendlake.intake.source.PageColumn.Kind;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.WantedColumn;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of PostHog's batch export in Parquet, events model (spec: batch export, 1). */
final class PageEvents {
    /** The columns of the model that the lake keeps. */
    static final List<WantedColumn> COLUMNS =
            List.of(
                    WantedColumn.required("uuid", Kind.TEXT),
                    WantedColumn.required("event", Kind.TEXT),
                    WantedColumn.required("distinct_id", Kind.TEXT),
                    WantedColumn.required(
                            "timestamp", Kind.MICROSECONDS, Kind.NANOSECONDS, Kind.TEXT),
                    WantedColumn.optional("person_id", Kind.TEXT),
                    WantedColumn.optional("properties", Kind.TEXT),
                    WantedColumn.optional("person_properties", Kind.TEXT),
                    WantedColumn.optional("elements_chain", Kind.TEXT));

    private final RowBatch.Rows rows;

    PageEvents(RowBatch.Rows rows) {
        this.rows = rows;
    }

    RawEvent read(int row) throws LineRefused {
        return new RawEvent(
                text("event", row),
                timestamp(row),
                text("distinct_id", row),
                text("person_id", row),
                text("uuid", row),
                text("elements_chain", row),
                text("person_properties", row),
                text("properties", row));
    }

    private long timestamp(int row) throws LineRefused {
        PageColumn column = rows.columns().get("timestamp");
        if (column == null || column.isNull(rows.page(), row)) {
            return RawEvent.NO_TIME;
        }
        if (column.kind() != Kind.TEXT) {
            return column.milliseconds(rows.page(), row);
        }
        Slice text = column.text(rows.page(), row);
        return text.length() == 0 ? RawEvent.NO_TIME : EventTime.milliseconds("timestamp", text);
    }

    private Slice text(String name, int row) throws LineRefused {
        @Nullable PageColumn column = rows.columns().get(name);
        if (column == null || column.isNull(rows.page(), row)) {
            return Slices.EMPTY_SLICE;
        }
        Slice text = column.text(rows.page(), row);
        int from = text.byteArrayOffset();
        if (!Utf8.isValid(text.byteArray(), from, from + text.length())) {
            throw new LineRefused(name + " is not UTF-8");
        }
        return text;
    }
}
