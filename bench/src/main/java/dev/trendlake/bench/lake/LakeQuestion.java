package dev.trendlake.bench.lake;

import java.util.Optional;
import java.util.Set;

/**
 * A question about thirty of the ninety days.
 *
 * @param name what the table calls it
 * @param filter the fields of the request's body besides the dates
 * @param unsorted a statement for the same over files with documents alone, with {@code %s} for the
 *     first day and the last
 * @param columns what an answer must read of the lake's files
 * @param event the event that is asked for; empty for all
 * @param daysBefore how many days before the range it looks at
 * @param bar how many MB it may read; 0 where none is set
 */
record LakeQuestion(
        String name,
        String filter,
        String unsorted,
        Set<String> columns,
        Optional<String> event,
        int daysBefore,
        int bar) {
    /** The request's body. */
    String body(String from, String to) {
        return "{%s, \"date_from\": \"%s\", \"date_to\": \"%s\"}".formatted(filter, from, to);
    }
}
