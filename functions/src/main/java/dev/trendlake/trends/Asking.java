package dev.trendlake.trends;

import dev.trendlake.engine.Deadline;
import dev.trendlake.trend.Refresh;
import java.time.Instant;

/**
 * The circumstances in which a question is asked.
 *
 * @param refresh whether a cached answer is good enough
 * @param now when it is asked
 * @param deadline until when an answer is of use
 * @param callId names this call of the function; one that is repeated keeps it
 * @param url the address that was asked, without any key
 * @param progress is told how it goes
 * @param spending is told before it is computed
 */
public record Asking(
        Refresh refresh,
        Instant now,
        Deadline deadline,
        String callId,
        String url,
        Progress progress,
        Spending spending) {}
