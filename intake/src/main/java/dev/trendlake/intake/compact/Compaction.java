package dev.trendlake.intake.compact;

import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.DayLeases.DayLease;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Keeps the files of all projects few: of each day that is over, what is small is merged. */
public final class Compaction {
    /** A file below this is small; two of them at least fit into one. */
    private static final long SMALL = DayRewriting.LARGEST_FILE / 2;

    /** So many small files are merged at once. */
    private static final int MANY = 4;

    /** When nothing has come for so long, two small files are merged. */
    private static final Duration QUIET = Duration.ofDays(1);

    private final DayFiles files;
    private final LeftOutFiles leftOut;
    private final DayRewriting rewriting;
    private final DayLeases leases;
    private final InstantSource clock;

    /** Takes the files, which of them are left out, how they are replaced, and the time. */
    public Compaction(
            DayFiles files,
            LeftOutFiles leftOut,
            DayRewriting rewriting,
            DayLeases leases,
            InstantSource clock) {
        this.files = files;
        this.leftOut = leftOut;
        this.rewriting = rewriting;
        this.leases = leases;
        this.clock = clock;
    }

    /** Hears what became of days. */
    @FunctionalInterface
    public interface Listener {
        /** A day was looked after. */
        void day(long project, LocalDate day, int removed, RewriteReport report);

        /** A day could not be looked after; the others are nevertheless. */
        default void failed(long project, LocalDate day, Exception reason) {}

        /** The days of a project could not be found out; other projects are looked after. */
        default void failed(long project, Exception reason) {}

        /** All was tried that there was time for. */
        default void ended(CompactionReport report) {}
    }

    /**
     * Looks after all days of all projects, as long as there is time. A day that somebody else is
     * changing is left for the next time, and one that fails keeps no other as it is.
     *
     * @param goesOn whether there is time for another day
     * @return whether all days were looked after
     * @throws CompactionFailed when some days failed, after all others were looked after
     * @throws IOException when the thread was interrupted: then it ends at once
     */
    public boolean run(BooleanSupplier goesOn, Listener listener) throws IOException {
        CompactionRun run = new CompactionRun(goesOn, listener);
        for (long project : files.projects()) {
            runProject(project, run);
        }
        return run.end();
    }

    /** Looks after all days of a project, as {@link #run(BooleanSupplier, Listener)} does. */
    public boolean run(long project, BooleanSupplier goesOn, Listener listener) throws IOException {
        CompactionRun run = new CompactionRun(goesOn, listener);
        runProject(project, run);
        return run.end();
    }

    private void runProject(long project, CompactionRun run) throws IOException {
        for (LocalDate day : run.daysOf(project, () -> daysToLookAfter(project))) {
            run.attempt(project, day, () -> lookAfter(project, day, run));
        }
    }

    private List<LocalDate> daysToLookAfter(long project) {
        Set<LocalDate> leftOutDays = leftOut.days(project);
        return files.all(project).entrySet().stream()
                .filter(day ->
                        leftOutDays.contains(day.getKey())
                                || (isClosed(day.getKey()) && isWorthIt(day.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isClosed(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void lookAfter(long project, LocalDate day, CompactionRun run) throws IOException {
        Optional<DayLease> lease = leases.take(project, day);
        if (lease.isEmpty()) {
            return;
        }
        try (DayLease held = lease.get()) {
            int removed = rewriting.sweep(project, day);
            boolean merges = isClosed(day) && leftOut.count(project) < DayRewriting.MOST_LEFT_OUT;
            RewriteReport report =
                    merges && isWorthIt(rewriting.counting(project, day))
                            ? rewriting.merge(project, day, held)
                            : RewriteReport.NOTHING;
            run.lookedAfter(project, day, removed, report);
        }
    }

    private boolean isWorthIt(List<EventFile> day) {
        List<EventFile> small = day.stream().filter(file -> file.bytes() < SMALL).toList();
        Instant quiet = clock.instant().minus(QUIET);
        return small.size() >= MANY
                || (small.size() > 1
                        && day.stream().allMatch(file -> file.changedAt().isBefore(quiet)));
    }
}
