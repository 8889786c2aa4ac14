package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.SideTableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Loads events into the lake. Rows that are there already are dropped, so that a load that broke
 * off can be repeated. Safe for several threads, for different projects.
 */
public final class EventLoader {
    private static final long IN_MEMORY = 128L << 20;

    private final EventLake lake;
    private final ProjectTimes projects;
    private final GroupLoader groups;
    private final NameLearning names;
    private final EventReader reader;

    /**
     * @param bucket the data bucket
     * @param tables where groups are kept
     * @param names learns what events and properties are called
     * @param clock says what tomorrow is, the last day that the table has
     */
    public EventLoader(
            S3Client s3,
            String bucket,
            ProjectTimes projects,
            SideTableStore tables,
            NameRegister names,
            Clock clock) {
        this.lake = new EventLake(s3, bucket);
        this.projects = projects;
        this.groups = new GroupLoader(tables, projects);
        this.names = new NameLearning(names, projects);
        this.reader = new EventReader(new EventTime(clock));
    }

    /**
     * Loads all sources as one: they are read to their end before anything is written.
     *
     * @throws LoadFailed when the project doesn't exist, a source can't be read, or the lake can't
     *     be written
     */
    public LoadReport load(
            long projectId, List<EventSource> sources, BadLines badLines, LoadListener listener)
            throws LoadFailed {
        try (DaySpool spool = new DaySpool(IN_MEMORY)) {
            if (!projects.exists(projectId)) {
                throw new LoadFailed("there is no project " + projectId);
            }
            EventIntake intake = new EventIntake(reader, spool);
            SourceReading reading = new SourceReading(intake, listener);
            reading.read(sources);
            if (badLines == BadLines.FATAL && reading.refused() > 0) {
                return new LoadReport(0, 0, reading.refused());
            }
            long taken = write(projectId, spool, intake, listener);
            return new LoadReport(taken, reading.taken() - taken, reading.refused());
        } catch (IOException | UncheckedIOException | SdkException e) {
            throw new LoadFailed("the load broke off: " + e.getMessage(), e);
        }
    }

    /** Writes what is new, and says how many events that are. */
    private long write(long projectId, DaySpool spool, EventIntake intake, LoadListener listener)
            throws IOException {
        SortedSet<LocalDate> days = spool.days();
        listener.writing(days.size());
        long taken = writeAll(projectId, days, spool);
        // Also from repeated events: the load that took them may have broken off before this.
        groups.load(projectId, intake.groups(), listener);
        names.learn(projectId, intake.names(), listener);
        Optional<Instant> earliest = intake.earliest();
        if (earliest.isPresent()) {
            projects.lowerEarliestEvent(projectId, earliest.get());
        }
        return taken;
    }

    private long writeAll(long projectId, SortedSet<LocalDate> days, DaySpool spool)
            throws IOException {
        long taken = 0;
        try {
            for (LocalDate day : days) {
                taken += write(projectId, day, spool.take(day));
            }
        } finally {
            // Also when it broke off half-way: what was computed before may be out of date.
            if (taken > 0) {
                projects.eventsArrived(projectId);
            }
        }
        return taken;
    }

    /** Writes what a day doesn't have yet, and says how much that is. */
    private int write(long projectId, LocalDate day, List<Event> events) throws IOException {
        Set<EventKey> known = lake.keys(projectId, day);
        List<Event> fresh = events.stream().filter(event -> known.add(event.key())).toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        Path file = Files.createTempFile("trendlake-day-", ".parquet");
        try {
            lake.put(projectId, day, EventFileWriter.write(fresh, file), file);
        } finally {
            Files.delete(file);
        }
        return fresh.size();
    }
}
