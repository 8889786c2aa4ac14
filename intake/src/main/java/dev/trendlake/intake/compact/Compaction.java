package dev.trendlake.intake.compact;

import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.DayLeases.DayLease;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    }

    /**
     * Looks after all days of all projects, as long as there is time. A day that somebody else is
     * changing is left for the next time.
     *
     * @param goesOn whether there is time for another day
     * @return whether all days were looked after
     * @throws IOException when some days failed, after all others were looked after
     */
    public boolean run(BooleanSupplier goesOn, Listener listener) throws IOException {
        List<IOException> failures = new ArrayList<>();
        boolean isDone = true;
        for (long project : files.projects()) {
            try {
                isDone &= run(project, goesOn, listener, failures);
            } catch (RuntimeException e) {
                failures.add(
                        new IOException("project %d: %s".formatted(project, e.getMessage()), e));
            }
        }
        throwAll(failures);
        return isDone;
    }

    /** Looks after all days of a project, as {@link #run(BooleanSupplier, Listener)} does. */
    public boolean run(long project, BooleanSupplier goesOn, Listener listener) throws IOException {
        List<IOException> failures = new ArrayList<>();
        boolean isDone = run(project, goesOn, listener, failures);
        throwAll(failures);
        return isDone;
    }

    private static void throwAll(List<IOException> failures) throws IOException {
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private boolean run(
            long project, BooleanSupplier goesOn, Listener listener, List<IOException> failures) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<LocalDate> leftOutDays = leftOut.days(project);
        for (Map.Entry<LocalDate, List<EventFile>> day : files.all(project).entrySet()) {
            boolean isClosed = day.getKey().isBefore(today);
            if (leftOutDays.contains(day.getKey()) || (isClosed && isWorthIt(day.getValue()))) {
                if (!goesOn.getAsBoolean()) {
                    return false;
                }
                attempt(project, day.getKey(), isClosed, listener, failures);
            }
        }
        return true;
    }

    // One damaged file must not keep all other days as they are.
    private void attempt(
            long project,
            LocalDate day,
            boolean isClosed,
            Listener listener,
            List<IOException> failures) {
        try {
            lookAfter(project, day, isClosed, listener);
        } catch (IOException | RuntimeException e) {
            failures.add(
                    new IOException(
                            "%s of project %d: %s".formatted(day, project, e.getMessage()), e));
        }
    }

    private void lookAfter(long project, LocalDate day, boolean isClosed, Listener listener)
            throws IOException {
        Optional<DayLease> lease = leases.take(project, day);
        if (lease.isEmpty()) {
            return;
        }
        try (DayLease held = lease.get()) {
            int removed = rewriting.sweep(project, day);
            boolean merges = isClosed && leftOut.count(project) < DayRewriting.MOST_LEFT_OUT;
            RewriteReport report =
                    merges && isWorthIt(rewriting.counting(project, day))
                            ? rewriting.merge(project, day, held)
                            : RewriteReport.NOTHING;
            listener.day(project, day, removed, report);
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
