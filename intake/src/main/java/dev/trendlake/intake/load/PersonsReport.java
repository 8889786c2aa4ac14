package dev.trendlake.intake.load;

/**
 * What became of the lines of a load of persons.
 *
 * @param read lines that were understood
 * @param changed distinct ids whose row in the table is new, another or gone
 * @param refused lines that can't be persons
 */
public record PersonsReport(long read, long changed, long refused) {}
