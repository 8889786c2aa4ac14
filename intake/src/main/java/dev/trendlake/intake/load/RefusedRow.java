package dev.trendlake.intake.load;

/**
 * A row that was not taken.
 *
 * @param line the number of its line, or of the row of a Parquet file, from 1
 * @param reason why
 * @param row what it was, as far as it is known
 */
public record RefusedRow(long line, String reason, String row) {}
