package dev.trendlake.intake.compact;

import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.LeaseLost;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes all files of a project anew, so that each has the columns that the project has now. */
public final class ColumnRenewal {
    private final DayFiles files;
    private final DayRewriting rewriting;
    private final DayLeases leases;

    /** Takes the files, how they are replaced, and leases that are waited for. */
    public ColumnRenewal(DayFiles files, DayRewriting rewriting, DayLeases leases) {
        this.files = files;
        this.rewriting = rewriting;
        this.leases = leases;
    }

    /** Hears how it goes on. */
    @FunctionalInterface
    public interface Listener {
        /** A day was written anew, one of so many. */
        void day(LocalDate day, int number, int days, RewriteReport report);
    }

    /**
     * Renews all days, the latest first, and then those that got files meanwhile, until there are
     * none. It can be stopped and made again.
     *
     * @throws IOException when a day can't be read or written, or somebody else keeps it too long
     */
    public void run(long project, Listener listener) throws IOException {
        Set<String> renewed = new HashSet<>();
        boolean isDone = false;
        while (!isDone) {
            List<LocalDate> days =
                    files.all(project).entrySet().stream()
                            .filter(day -> isBehind(day, renewed))
                            .map(Map.Entry::getKey)
                            .toList()
                            .reversed();
            int number = 0;
            for (LocalDate day : days) {
                listener.day(day, ++number, days.size(), renew(project, day, renewed));
            }
            isDone = days.isEmpty();
        }
    }

    private RewriteReport renew(long project, LocalDate day, Set<String> renewed)
            throws IOException {
        try (DayLease lease =
                leases.take(project, day).orElseThrow(() -> new LeaseLost(project, day))) {
            RewriteReport report = rewriting.renew(project, day, lease);
            // Those that were replaced are there for an hour.
            files.of(project, day).forEach(file -> renewed.add(day + "/" + file.name()));
            return report;
        }
    }

    private static boolean isBehind(
            Map.Entry<LocalDate, List<EventFile>> day, Set<String> renewed) {
        return !day.getValue().stream()
                .allMatch(file -> renewed.contains(day.getKey() + "/" + file.name()));
    }
}
