package dev.trendlake.local.athena;

/**
 * A workgroup.
 *
 * @param outputLocation where results are written: {@code s3://bucket/prefix/}; empty for none
 * @param bytesScannedCutoff queries that read more bytes are cancelled; 0 for no limit
 * @param enforced whether callers cannot choose another location
 */
public record WorkGroup(
        String name, String outputLocation, long bytesScannedCutoff, boolean enforced) {
    /** Refuses what Athena would. */
    public WorkGroup {
        if (!name.matches("[a-zA-Z0-9._-]{1,128}")) {
            throw new IllegalArgumentException("not a name of a workgroup: '" + name + "'");
        }
        if (bytesScannedCutoff < 0) {
            throw new IllegalArgumentException("negative limit: " + bytesScannedCutoff);
        }
    }
}
