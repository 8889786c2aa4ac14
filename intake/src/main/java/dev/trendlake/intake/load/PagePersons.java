package dev.trendlake.intake.load;

import dev.trendlake.intake.source.PageColumn;
import dev.trendlake.intake.source.PageColumn.Kind;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.WantedColumn;
import io.trino.spi.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of PostHog's batch export in Parquet, persons model (spec: batch export, 2). */
final class PagePersons {
    /** The columns of the model that the lake keeps. */
    static final List<WantedColumn> COLUMNS =
            List.of(
                    WantedColumn.required("distinct_id", Kind.TEXT),
                    WantedColumn.required("person_id", Kind.TEXT),
                    WantedColumn.required(
                            "created_at", Kind.MICROSECONDS, Kind.NANOSECONDS, Kind.TEXT),
                    WantedColumn.required("person_distinct_id_version", Kind.LONG, Kind.INT),
                    WantedColumn.required("person_version", Kind.LONG, Kind.INT),
                    WantedColumn.optional("properties", Kind.TEXT),
                    WantedColumn.optional("is_deleted", Kind.FLAG, Kind.LONG, Kind.INT));

    private final RowBatch.Rows rows;
    private final PersonReader reader;

    PagePersons(RowBatch.Rows rows, PersonReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    LineFields fields(int row) throws LineRefused {
        LineFields fields =
                new LineFields(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Map.Entry<String, PageColumn> column : rows.columns().entrySet()) {
            if (!column.getValue().isNull(rows.page(), row)) {
                put(column.getKey(), column.getValue(), row, fields);
            }
        }
        return fields;
    }

    private void put(String name, PageColumn column, int row, LineFields fields)
            throws LineRefused {
        Page page = rows.page();
        switch (column.kind()) {
            case TEXT -> putText(name, column.text(page, row).toStringUtf8(), fields);
            case MICROSECONDS, NANOSECONDS ->
                    fields.texts()
                            .put(
                                    name,
                                    Instant.ofEpochMilli(column.milliseconds(page, row))
                                            .toString());
            case LONG, INT -> putNumber(name, column.number(page, row), fields);
            case FLAG -> fields.flags().put(name, column.flag(page, row));
        }
    }

    private void putText(String name, String text, LineFields fields) throws LineRefused {
        if (name.equals("properties")) {
            fields.documents().put(name, reader.document(name, text));
            return;
        }
        fields.texts().put(name, text);
    }

    // ClickHouse, where exports come from, writes truth values as 0 and 1, too.
    private static void putNumber(String name, long number, LineFields fields) throws LineRefused {
        if (!name.equals("is_deleted")) {
            fields.numbers().put(name, number);
            return;
        }
        if (number != 0 && number != 1) {
            throw new LineRefused(name + " is neither true nor false");
        }
        fields.flags().put(name, number == 1);
    }
}
