package dev.trendlake.intake.compact;

/**
 * What became of a run.
 *
 * @param days how many were looked after
 * @param failedDays how many could not be
 * @param failedProjects how many there are whose days could not be found out
 * @param isDone whether there was time for all
 */
public record CompactionReport(int days, int failedDays, int failedProjects, boolean isDone) {
    /** Whether anything failed. */
    public boolean hasFailed() {
        return failedDays + failedProjects > 0;
    }
}
