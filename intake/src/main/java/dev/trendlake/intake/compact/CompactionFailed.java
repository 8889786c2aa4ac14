package dev.trendlake.intake.compact;

import java.io.IOException;

/** Some days could not be looked after; all others were. Each has been told of by itself. */
public final class CompactionFailed extends IOException {
    private static final long serialVersionUID = 1L;

    CompactionFailed(CompactionReport report, Exception first) {
        super(
                "%d days and %d whole projects failed, %d days did not; the first that failed: %s"
                        .formatted(
                                report.failedDays(),
                                report.failedProjects(),
                                report.days(),
                                first.getMessage()),
                first);
    }
}
