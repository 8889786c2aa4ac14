package dev.trendlake.intake.load;

import dev.trendlake.intake.json.JsonScanner;
import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.intake.lake.LakeRow;
import dev.trendlake.intake.lake.RowGroupCut;
import dev.trendlake.project.ColumnProperty.Owner;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that are read from files of the lake to be written into others. Their property columns are
 * taken from the documents anew, so that a file has those that the project has when it is written.
 * Not safe for several threads.
 */
public final class StoredEvents {
    /** What is read. All else follows from it. */
    private static final List<LakeColumn<EventRow>> READ =
            EventColumns.all().stream()
                    .filter(column ->
                            !column.name().startsWith("property_")
                                    && !column.name().equals("quarter"))
                    .toList();

    private static final int EVENT = place("event");
    private static final int PERSON_KEY = place("person_key");
    private static final int TIMESTAMP = place("timestamp");
    private static final int UUID = place("uuid");
    private static final int DISTINCT_ID = place("distinct_id");
    private static final int PROPERTIES = place("properties");
    private static final int PERSON_PROPERTIES = place("person_properties");

    private static final Comparator<LakeRow> ORDER =
            Comparator.comparing((LakeRow row) -> required(row, EVENT))
                    .thenComparingLong(row -> row.bigint(PERSON_KEY))
                    .thenComparingLong(row -> row.milliseconds(TIMESTAMP))
                    .thenComparing(row -> required(row, UUID))
                    .thenComparing(row -> required(row, DISTINCT_ID));

    private final JsonScanner scanner = new JsonScanner();
    private final DocumentFields fields = new DocumentFields();
    private final FieldPlaces ofEvent;
    private final FieldPlaces ofPerson;
    private final @Nullable Slice[] properties = new Slice[PropertyColumn.MOST];
    private @Nullable LakeRow current;

    /** Takes the columns that the project has. */
    public StoredEvents(PropertyColumns columns) {
        this.ofEvent = FieldPlaces.of(Owner.EVENT, columns);
        this.ofPerson = FieldPlaces.of(Owner.PERSON, columns);
    }

    /** The columns to be read, in the order of the rows' values. */
    public List<LakeColumn<EventRow>> read() {
        return READ;
    }

    /** The order of the rows in a file. */
    public Comparator<LakeRow> order() {
        return ORDER;
    }

    /** Where row groups begin in a file of so many rows. */
    public RowGroupCut<LakeRow> cut(long rows) {
        return new RowGroupCut<>(row -> required(row, EVENT), EventOrder.leastRows(rows));
    }

    /** The columns to be written, of rows that were read. */
    public List<LakeColumn<LakeRow>> written() {
        List<LakeColumn<LakeRow>> columns = new ArrayList<>();
        for (LakeColumn<EventRow> column : EventColumns.all()) {
            columns.add(written(column.name()));
        }
        return List.copyOf(columns);
    }

    private LakeColumn<LakeRow> written(String name) {
        if (name.startsWith("property_")) {
            int number = Integer.parseInt(name.substring("property_".length()));
            return LakeColumn.utf8(name, row -> property(row, number));
        }
        return switch (name) {
            case "quarter" ->
                    LakeColumn.integer(
                            name, row -> EventColumns.quarter(row.milliseconds(TIMESTAMP)));
            case "person_key" -> LakeColumn.bigint(name, row -> row.bigint(PERSON_KEY));
            case "timestamp" -> LakeColumn.milliseconds(name, row -> row.milliseconds(TIMESTAMP));
            default -> {
                int place = place(name);
                yield LakeColumn.utf8(name, row -> row.utf8(place));
            }
        };
    }

    private @Nullable Slice property(LakeRow row, int number) {
        if (!row.equals(current)) {
            Arrays.fill(properties, null);
            note(row.utf8(PROPERTIES), "properties", ofEvent);
            note(row.utf8(PERSON_PROPERTIES), "person_properties", ofPerson);
            current = row;
        }
        return properties[number];
    }

    private void note(@Nullable Slice document, String field, FieldPlaces places) {
        if (document == null) {
            return;
        }
        try {
            fields.read(field, document, scanner);
        } catch (LineRefused e) {
            // Nothing that isn't JSON was ever taken; what somebody else wrote has no properties.
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            int column = places.column(fields.key(i));
            if (column >= 0) {
                properties[column] = fields.json(i);
            }
        }
    }

    private static Slice required(LakeRow row, int place) {
        Slice text = row.utf8(place);
        return text == null ? Slices.EMPTY_SLICE : text;
    }

    private static int place(String name) {
        for (int i = 0; i < READ.size(); i++) {
            if (READ.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }
}
