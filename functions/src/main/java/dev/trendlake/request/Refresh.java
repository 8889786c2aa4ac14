package dev.trendlake.request;

/** Whether an answer may come from the cache (spec: HTTP, 3). */
public enum Refresh {
    IF_STALE,
    ALWAYS
}
