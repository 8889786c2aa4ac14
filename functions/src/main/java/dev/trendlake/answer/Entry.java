package dev.trendlake.answer;

/**
 * An element of the answer's list.
 *
 * @param subject what it shows
 * @param order the place of its series or formula in the question, from 0
 * @param period of the compared two
 * @param key the breakdown value
 * @param label how it is called
 * @param figures its numbers
 * @param isWhole whether these are counts
 */
record Entry(
        Subject subject,
        int order,
        Period period,
        BreakdownKey key,
        String label,
        Figures figures,
        boolean isWhole) {

    /** What an entry shows. */
    enum Subject {
        SERIES,
        FORMULA
    }
}
