package dev.trendlake.local.command;

import dev.trendlake.error.ApiException;
import dev.trendlake.intake.compact.ColumnRenewal;
import dev.trendlake.intake.compact.RewriteReport;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import software.amazon.awssdk.core.exception.SdkException;

/** Gives columns to the events that are in the lake already, and tells how it goes on. */
final class ColumnsBackfill implements ColumnRenewal.Listener {
    private static final double MEGABYTE = 1e6;

    private final Clock clock;
    private final RunningStack stack;
    private final PrintWriter out;
    private long files;
    private long bytes;

    ColumnsBackfill(Clock clock, RunningStack stack, PrintWriter out) {
        this.clock = clock;
        this.stack = stack;
        this.out = out;
    }

    /**
     * Writes all days of a project anew that don't have all of its columns.
     *
     * @throws CommandFailed when it broke off, which says how it is taken up again
     */
    void run(long project) {
        try (StackClients clients = new StackClients(stack)) {
            ColumnRenewal renewal = clients.columnRenewal(clock);
            if (renewal.isDone(project)) {
                out.printf("all files of project %d have its columns%n", project);
                return;
            }
            renewal.run(project, this);
            out.printf(
                    "all files of project %d have its columns now: %,d written, %.1f MB%n",
                    project, files, bytes / MEGABYTE);
        } catch (IOException | SdkException | ApiException e) {
            throw new CommandFailed(
                    "%s; go on with: ./trendlake columns renew --project %d"
                            .formatted(e.getMessage(), project));
        }
    }

    @Override
    public void day(LocalDate day, int number, int days, RewriteReport report) {
        files += report.written();
        bytes += report.bytes();
        out.printf("%s  %,d of %,d days  %.1f MB%n", day, number, days, report.bytes() / MEGABYTE);
    }

    @Override
    public void waiting(int leftOut) {
        out.printf("waiting: %,d files that were replaced are kept for an hour%n", leftOut);
    }
}
