package dev.trendlake.intake.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.source.PageColumn;
import dev.trendlake.intake.source.RowBatch;
import io.trino.spi.Page;
import java.time.Instant;
import java.util.TreeMap;

/** A row of Parquet as a text: a JSON object of the columns that are read. */
final class RowText {
    private RowText() {}

    static String of(RowBatch.Rows rows, int row) {
        ObjectNode text = GroupJson.MAPPER.createObjectNode();
        Page page = rows.page();
        new TreeMap<>(rows.columns())
                .forEach((name, column) -> {
                    if (column.isNull(page, row)) {
                        text.putNull(name);
                        return;
                    }
                    put(name, column, page, row, text);
                });
        return text.toString();
    }

    private static void put(String name, PageColumn column, Page page, int row, ObjectNode text) {
        switch (column.kind()) {
            case TEXT -> text.put(name, column.text(page, row).toStringUtf8());
            case MICROSECONDS, NANOSECONDS ->
                    text.put(name, Instant.ofEpochMilli(column.milliseconds(page, row)).toString());
            case LONG, INT -> text.put(name, column.number(page, row));
            case FLAG -> text.put(name, column.flag(page, row));
        }
    }
}
