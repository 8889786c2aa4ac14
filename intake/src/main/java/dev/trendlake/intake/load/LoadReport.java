package dev.trendlake.intake.load;

/**
 * What became of the lines of a load.
 *
 * @param taken events that are in the lake now and weren't before
 * @param repeated events that were there already, or came twice
 * @param refused lines that can't be events
 */
public record LoadReport(long taken, long repeated, long refused) {}
