package dev.trendlake.intake.lake;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Leases that are waited for while somebody else has them. */
public final class PatientLeases implements DayLeases {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DayLeases leases;
    private final Duration patience;

    /**
     * @param patience how long they are waited for
     */
    public PatientLeases(DayLeases leases, Duration patience) {
        this.leases = leases;
        this.patience = patience;
    }

    @Override
    public Optional<DayLease> take(long project, LocalDate day) {
        Optional<DayLease> lease = leases.take(project, day);
        for (Duration waited = Duration.ZERO;
                lease.isEmpty() && waited.compareTo(patience) < 0;
                waited = waited.plus(PAUSE)) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            lease = leases.take(project, day);
        }
        return lease;
    }
}
