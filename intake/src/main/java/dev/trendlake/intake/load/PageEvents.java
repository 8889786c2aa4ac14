package dev.trendlake.intake.load;

import dev.trendlake.intake.json.Utf8;
import dev.trendlake.intake.source.PageColumn;
import dev.trendlake.intake.source.PageColumn.Kind;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.WantedColumn;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.spi.Page;
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

    private final Page page;
    private final @Nullable PageColumn uuid;
    private final @Nullable PageColumn event;
    private final @Nullable PageColumn distinctId;
    private final @Nullable PageColumn timestamp;
    private final @Nullable PageColumn personId;
    private final @Nullable PageColumn properties;
    private final @Nullable PageColumn personProperties;
    private final @Nullable PageColumn elementsChain;

    PageEvents(RowBatch.Rows rows) {
        this.page = rows.page();
        this.uuid = rows.columns().get("uuid");
        this.event = rows.columns().get("event");
        this.distinctId = rows.columns().get("distinct_id");
        this.timestamp = rows.columns().get("timestamp");
        this.personId = rows.columns().get("person_id");
        this.properties = rows.columns().get("properties");
        this.personProperties = rows.columns().get("person_properties");
        this.elementsChain = rows.columns().get("elements_chain");
    }

    RawEvent read(int row) throws LineRefused {
        return new RawEvent(
                text("event", event, row),
                timestamp(row),
                text("distinct_id", distinctId, row),
                text("person_id", personId, row),
                text("uuid", uuid, row),
                text("elements_chain", elementsChain, row),
                text("person_properties", personProperties, row),
                text("properties", properties, row));
    }

    private long timestamp(int row) throws LineRefused {
        if (timestamp == null || timestamp.isNull(page, row)) {
            return RawEvent.NO_TIME;
        }
        if (timestamp.kind() != Kind.TEXT) {
            return timestamp.milliseconds(page, row);
        }
        Slice text = timestamp.text(page, row);
        return text.length() == 0 ? RawEvent.NO_TIME : EventTime.milliseconds("timestamp", text);
    }

    private Slice text(String name, @Nullable PageColumn column, int row) throws LineRefused {
        if (column == null || column.isNull(page, row)) {
            return Slices.EMPTY_SLICE;
        }
        Slice text = column.text(page, row);
        int from = text.byteArrayOffset();
        if (!Utf8.isValid(text.byteArray(), from, from + text.length())) {
            throw new LineRefused(name + " is not UTF-8");
        }
        return text;
    }
}
