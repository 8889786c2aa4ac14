package dev.trendlake.capture;

import dev.trendlake.engine.Deadline;
import java.util.List;

/** Where captured events go on from here. */
public interface EventStream {
    /** The most bytes that a line can have, its end included. */
    int LONGEST_LINE = 1_000 * 1_024;

    /**
     * Hands on lines. When it returns, all of them are kept safely; when it doesn't, some may be.
     *
     * @param lines each one JSON document in UTF-8 with a line feed at its end, of at most {@link
     *     #LONGEST_LINE} bytes
     * @throws StreamUnavailable when not all of them were taken in time
     */
    void put(List<byte[]> lines, Deadline deadline) throws StreamUnavailable;
}
