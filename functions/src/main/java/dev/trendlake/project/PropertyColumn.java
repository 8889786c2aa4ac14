package dev.trendlake.project;

import java.time.LocalDate;

/**
 * A column of the events that holds one property, as the JSON that the document has for it; NULL
 * where the document doesn't have it.
 *
 * @param number its place among such columns, from 0
 * @param property what it holds
 * @param completeFrom the first UTC day from which on every file has it
 */
public record PropertyColumn(int number, ColumnProperty property, LocalDate completeFrom) {
    /** How many such columns the table has. */
    public static final int MOST = 24;

    /** Checks the place. */
    public PropertyColumn {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException(
                    "the table has no property column %d, only 0 to %d"
                            .formatted(number, MOST - 1));
        }
    }

    /** What the table calls it. */
    public String name() {
        return nameOf(number);
    }

    /** What the table calls the column at a place. */
    public static String nameOf(int number) {
        return "property_" + number;
    }
}
