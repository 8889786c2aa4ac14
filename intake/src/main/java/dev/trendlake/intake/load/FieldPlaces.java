package dev.trendlake.intake.load;

import dev.trendlake.intake.json.JsonKey;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where the fields of a document go besides the document. Not safe for several threads. */
final class FieldPlaces {
    private static final int NOWHERE = -1;
    private static final int UNKNOWN = -2;

    private final Map<String, Integer> members;
    private final Map<String, Integer> columns;
    // By the number of the key, so that most names are looked up once.
    private int[] memberOf = new int[0];
    private int[] columnOf = new int[0];

    private FieldPlaces(Map<String, Integer> members, Map<String, Integer> columns) {
        this.members = members;
        this.columns = columns;
    }

    static FieldPlaces of(ColumnProperty.Owner owner, PropertyColumns columns) {
        Map<String, Integer> places = new HashMap<>();
        for (PropertyColumn column : columns.columns()) {
            if (column.property().owner() == owner) {
                places.put(column.property().key(), column.number());
            }
        }
        return new FieldPlaces(
                owner == ColumnProperty.Owner.EVENT ? membership() : Map.of(), places);
    }

    /** The place of the session or group that a field names; negative for none. */
    int member(JsonKey key) {
        know(key);
        return memberOf[key.number()];
    }

    /** The column of a field; negative for none. */
    int column(JsonKey key) {
        know(key);
        return columnOf[key.number()];
    }

    void forgetKeys() {
        memberOf = new int[0];
        columnOf = new int[0];
    }

    private void know(JsonKey key) {
        int number = key.number();
        if (number >= memberOf.length) {
            memberOf = grown(memberOf, number);
            columnOf = grown(columnOf, number);
        }
        if (memberOf[number] == UNKNOWN) {
            memberOf[number] = members.getOrDefault(key.name(), NOWHERE);
            columnOf[number] = columns.getOrDefault(key.name(), NOWHERE);
        }
    }

    private static int[] grown(int[] places, int number) {
        int[] grown = Arrays.copyOf(places, Math.max(number + 1, places.length * 2));
        Arrays.fill(grown, places.length, grown.length, UNKNOWN);
        return grown;
    }

    private static Map<String, Integer> membership() {
        Map<String, Integer> places = new HashMap<>();
        places.put("$session_id", EventField.SESSION.place());
        for (int i = 0; i < 5; i++) {
            places.put("$group_" + i, EventField.GROUP_0.place() + i);
        }
        return places;
    }
}
