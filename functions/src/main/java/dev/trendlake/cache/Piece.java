package dev.trendlake.cache;

import java.util.List;

/**
 * What is known of one bucket of a question, whatever range it was asked for in.
 *
 * @param digest of the versions of the part of the lake that it follows from
 * @param amounts of all series and all values of the breakdown that have any
 */
public record Piece(String digest, List<Amount> amounts) {
    /** Copies the list. */
    public Piece {
        amounts = List.copyOf(amounts);
    }

    /**
     * An amount.
     *
     * @param series the place of the series in the question, from 1
     * @param value the value of the breakdown as rows have it; empty without a breakdown
     * @param amount the number; NaN and infinite ones are numbers, too
     */
    public record Amount(int series, String value, double amount) {}
}
