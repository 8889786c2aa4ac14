package dev.trendlake.trends;

import dev.trendlake.engine.Deadline;
import dev.trendlake.request.Refresh;
import java.time.Instant;

/**
 * The circumstances in which a question is asked.
 *
 * @param refresh whether a cached answer is good enough
 * @param now when it is asked
 * @param deadline until when an answer is of use
 * @param requestId the gateway's id of the request, unique to it
 * @param url the address that was asked, without any key
 * @param progress is told how it goes
 */
public record Asking(
        Refresh refresh,
        Instant now,
        Deadline deadline,
        String requestId,
        String url,
        Progress progress) {}
