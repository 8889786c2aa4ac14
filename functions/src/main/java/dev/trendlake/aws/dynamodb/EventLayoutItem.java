package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.EventFile;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a project's settings say of the layout of its events. Nothing that can't be read breaks a
 * request: a property without its column is in the document all the same, and a text that names no
 * file of a day is no file that a question could read. All of it is named in the layout.
 */
final class EventLayoutItem {
    static final String COLUMNS = "columns";

    /** The first day whose files all have quarter hours. */
    static final String QUARTERS_FROM = "quarters_from";

    static final String PROPERTY = "property";
    static final String FROM = "from";

    private static final Pattern PLACE = Pattern.compile("property_(0|[1-9][0-9]?)");

    private final List<String> unreadable = new ArrayList<>();

    private EventLayoutItem() {}

    static EventLayout read(Item settings) {
        EventLayoutItem item = new EventLayoutItem();
        PropertyColumns columns = item.columns(settings);
        LeftOutFilesItem files = LeftOutFilesItem.read(settings.attributes());
        SortedSet<EventFile> leftOut = new TreeSet<>(files.coming());
        leftOut.addAll(files.going());
        item.unreadable.addAll(files.unreadable());
        return new EventLayout(columns, item.quartersFrom(settings), leftOut, item.unreadable);
    }

    /** A column as the attribute has it under its name. */
    static AttributeValue value(PropertyColumn column) {
        return Values.map(
                Map.of(
                        PROPERTY,
                        Values.text(column.property().toString()),
                        FROM,
                        Values.text(column.completeFrom().toString())));
    }

    private Optional<LocalDate> quartersFrom(Item settings) {
        if (!settings.has(QUARTERS_FROM)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(settings.text(QUARTERS_FROM)));
        } catch (DateTimeException _) {
            unreadable.add(QUARTERS_FROM);
            return Optional.empty();
        }
    }

    private PropertyColumns columns(Item settings) {
        if (!settings.has(COLUMNS)) {
            return PropertyColumns.NONE;
        }
        if (!settings.value(COLUMNS).hasM()) {
            unreadable.add(COLUMNS);
            return PropertyColumns.NONE;
        }
        // Of two columns of one property the first is used; each of them would do.
        Map<ColumnProperty, PropertyColumn> found = new LinkedHashMap<>();
        new TreeMap<>(settings.value(COLUMNS).m())
                .forEach((place, value) -> {
                    Optional<PropertyColumn> column = column(place, value);
                    if (column.isEmpty()
                            || found.putIfAbsent(column.get().property(), column.get()) != null) {
                        unreadable.add(COLUMNS + "." + place);
                    }
                });
        return new PropertyColumns(List.copyOf(found.values()));
    }

    private static Optional<PropertyColumn> column(String place, AttributeValue value) {
        Matcher number = PLACE.matcher(place);
        if (!number.matches()) {
            return Optional.empty();
        }
        Item column = new Item(value.m());
        try {
            return Optional.of(
                    new PropertyColumn(
                            Integer.parseInt(number.group(1)),
                            ColumnProperty.parse(column.text(PROPERTY)),
                            LocalDate.parse(column.text(FROM))));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
