package dev.trendlake.request;

/** Reads {@code refresh}. */
public final class RefreshReader {
    /** Reads what the request wants. */
    public Refresh read(RequestParameters parameters) {
        return Refresh.IF_STALE;
    }
}
