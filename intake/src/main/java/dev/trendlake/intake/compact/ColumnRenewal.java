package dev.trendlake.intake.compact;

import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.LeaseLost;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumns;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes all files of a project anew, so that each has the columns that the project has now, and
 * notes that they are complete. It can be stopped at any moment: made again, it goes on with the
 * days that were left.
 */
public final class ColumnRenewal {
    /** The first day that there is. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final DayFiles files;
    private final LeftOutFiles leftOut;
    private final DayRewriting rewriting;
    private final DayLeases leases;
    private final RenewedDays renewed;
    private final DynamoDbPropertyColumns columns;
    private final Duration pause;

    /**
     * @param leases are waited for
     * @param columns of all projects
     * @param pause how long it waits when too many files are left out, before it looks again
     */
    public ColumnRenewal(
            DayFiles files,
            LeftOutFiles leftOut,
            DayRewriting rewriting,
            DayLeases leases,
            RenewedDays renewed,
            DynamoDbPropertyColumns columns,
            Duration pause) {
        this.files = files;
        this.leftOut = leftOut;
        this.rewriting = rewriting;
        this.leases = leases;
        this.renewed = renewed;
        this.columns = columns;
        this.pause = pause;
    }

    /** Hears how it goes on. */
    public interface Listener {
        /** A day was written anew, one of so many. */
        void day(LocalDate day, int number, int days, RewriteReport report);

        /** It waits until files that were replaced may be removed, of which there are so many. */
        void waiting(int files);
    }

    /** Whether each column of a project is complete: there is nothing to be renewed. */
    public boolean isDone(long project) {
        EventLayout layout = columns.layout(project);
        return layout.quartersFrom().equals(Optional.of(EVER))
                && layout.columns().columns().stream()
                        .allMatch(column -> column.completeFrom().equals(EVER));
    }

    /**
     * Renews all days, the latest first, and then those that came meanwhile, until there are none.
     *
     * @throws IOException when a day can't be read or written, or somebody else keeps it too long
     */
    public void run(long project, Listener listener) throws IOException {
        // Imports look after them whenever they begin with a day: later files have them, too.
        PropertyColumns present = columns.of(project);
        Set<LocalDate> done = new HashSet<>(renewed.of(project, present));
        List<LocalDate> days = daysWithout(project, done);
        while (!days.isEmpty()) {
            int number = 0;
            for (LocalDate day : days) {
                awaitRoom(project, listener);
                listener.day(day, ++number, days.size(), renew(project, day));
                done.add(day);
            }
            days = daysWithout(project, done);
        }
        present.columns().forEach(column -> columns.completeFrom(project, column, EVER));
        columns.quartersFrom(project, EVER);
        renewed.clear(project);
    }

    private List<LocalDate> daysWithout(long project, Set<LocalDate> done) {
        return files.all(project).keySet().stream()
                .filter(day -> !done.contains(day))
                .toList()
                .reversed();
    }

    private RewriteReport renew(long project, LocalDate day) throws IOException {
        try (DayLease lease = lease(project, day)) {
            RewriteReport report = rewriting.renew(project, day, lease);
            renewed.add(project, day);
            return report;
        }
    }

    private DayLease lease(long project, LocalDate day) throws LeaseLost {
        return leases.take(project, day).orElseThrow(() -> new LeaseLost(project, day));
    }

    private void awaitRoom(long project, Listener listener) throws IOException {
        boolean hasRoom = hasRoom(project);
        while (!hasRoom) {
            for (LocalDate day : leftOut.days(project)) {
                try (DayLease _ = lease(project, day)) {
                    rewriting.sweep(project, day);
                }
            }
            hasRoom = hasRoom(project);
            if (!hasRoom) {
                listener.waiting(leftOut.count(project));
                sleep();
            }
        }
    }

    private boolean hasRoom(long project) {
        return leftOut.count(project) < DayRewriting.MOST_LEFT_OUT;
    }

    private void sleep() throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited");
        }
    }
}
