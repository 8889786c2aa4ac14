package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.PersonRow;

/**
 * A line of the persons model: what became of a distinct id and of its person.
 *
 * @param row who is behind the distinct id
 * @param isDeleted whether the person is gone
 */
record PersonLine(PersonRow row, boolean isDeleted) {}
