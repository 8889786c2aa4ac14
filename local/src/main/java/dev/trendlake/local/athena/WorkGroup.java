package dev.trendlake.local.athena;

/** An Athena workgroup; a cutoff of 0 means none. */
public record WorkGroup(
        String name, String outputLocation, long bytesScannedCutoff, boolean enforced) {}
