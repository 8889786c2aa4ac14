package dev.trendlake.intake.load;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes lines of events: they go on the spool, and what is asked about all of them is noted. */
final class EventIntake implements SourceReading.Taker {
    private final EventReader reader;
    private final DaySpool spool;
    private final GroupsSeen groups = new GroupsSeen();
    private final NamesSeen names = new NamesSeen();
    private @Nullable Instant earliest;

    EventIntake(EventReader reader, DaySpool spool) {
        this.reader = reader;
        this.spool = spool;
    }

    @Override
    public void take(String line) throws IOException, LineRefused {
        Event event = reader.read(line);
        spool.add(event);
        groups.see(event);
        names.see(event);
        if (earliest == null || event.timestamp().isBefore(earliest)) {
            earliest = event.timestamp();
        }
    }

    /** When the first of the events happened. */
    Optional<Instant> earliest() {
        return Optional.ofNullable(earliest);
    }

    /** What the events say of groups. */
    GroupsSeen groups() {
        return groups;
    }

    /** The names that the events have, and their properties. */
    NamesSeen names() {
        return names;
    }
}
