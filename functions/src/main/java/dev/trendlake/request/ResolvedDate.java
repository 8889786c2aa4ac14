package dev.trendlake.request;

import java.time.ZonedDateTime;

/**
 * What a date of the request stands for.
 *
 * @param time the instant, in the project's zone
 * @param form how it was written, which decides how it is rounded (spec: trends, 2.2)
 */
record ResolvedDate(ZonedDateTime time, Form form) {

    /** How a date was written. */
    enum Form {
        /** A date of the calendar. */
        ABSOLUTE,
        /** Counted back from now in hours. */
        RELATIVE_IN_HOURS,
        /** Counted back from now in anything else. */
        RELATIVE,
        /** A text that names no date: it is read as now, as PostHog does (2.1). */
        UNREADABLE
    }
}
