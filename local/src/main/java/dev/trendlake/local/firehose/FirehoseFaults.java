package dev.trendlake.local.firehose;

/** What goes wrong on purpose, for tests; nothing until a method is called. Safe for threads. */
public final class FirehoseFaults {
    private int refusedCalls;
    private int failedRecords;

    FirehoseFaults() {}

    /** The next calls are answered by {@code ServiceUnavailableException}, a 503. */
    public synchronized void refuse(int calls) {
        refusedCalls += calls;
    }

    /** The next records are not taken, each told with an error code in an answer of 200. */
    public synchronized void failRecords(int records) {
        failedRecords += records;
    }

    synchronized boolean refusesCall() {
        if (refusedCalls == 0) {
            return false;
        }
        refusedCalls--;
        return true;
    }

    synchronized boolean failsRecord() {
        if (failedRecords == 0) {
            return false;
        }
        failedRecords--;
        return true;
    }
}
