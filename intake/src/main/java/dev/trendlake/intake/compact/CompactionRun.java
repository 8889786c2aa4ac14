package dev.trendlake.intake.compact;

import dev.trendlake.intake.compact.Compaction.Listener;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries one day after the other, and counts what became of them. */
final class CompactionRun {
    private final BooleanSupplier goesOn;
    private final Listener listener;
    private int days;
    private int failedDays;
    private int failedProjects;
    private boolean isDone = true;
    private @Nullable Exception first;

    CompactionRun(BooleanSupplier goesOn, Listener listener) {
        this.goesOn = goesOn;
        this.listener = listener;
    }

    /** What is done with a day. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /** The days of a project; none when they can't be found out or the time is over. */
    List<LocalDate> daysOf(long project, Supplier<List<LocalDate>> days) {
        if (!isDone) {
            return List.of();
        }
        try {
            return days.get();
        } catch (RuntimeException e) {
            if (isInterrupted()) {
                throw e;
            }
            failedProjects++;
            keep(e);
            listener.failed(project, e);
            return List.of();
        }
    }

    /** Tries a day, if there is time. */
    void attempt(long project, LocalDate day, Work work) throws IOException {
        isDone = isDone && goesOn.getAsBoolean();
        if (!isDone) {
            return;
        }
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            if (isInterrupted()) {
                throw e;
            }
            failedDays++;
            keep(e);
            listener.failed(project, day, e);
        }
    }

    /** Notes that a day was looked after. */
    void lookedAfter(long project, LocalDate day, int removed, RewriteReport report) {
        days++;
        listener.day(project, day, removed, report);
    }

    /** Tells of the end, and whether there was time for all. */
    boolean end() throws CompactionFailed {
        CompactionReport report = new CompactionReport(days, failedDays, failedProjects, isDone);
        listener.ended(report);
        if (first != null) {
            throw new CompactionFailed(report, first);
        }
        return isDone;
    }

    private void keep(Exception failure) {
        first = first == null ? failure : first;
    }

    // Whoever interrupts wants all of it to end, and each further day would fail for that alone.
    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }
}
