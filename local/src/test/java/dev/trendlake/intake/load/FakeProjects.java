package dev.trendlake.intake.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows one project, 7. */
public final class FakeProjects implements ProjectTimes {
    private final Map<Long, Instant> earliest = new HashMap<>();
    private int arrivals;

    @Override
    public boolean exists(long projectId) {
        return projectId == 7;
    }

    @Override
    public List<String> groupTypes(long projectId) {
        return List.of();
    }

    @Override
    public void lowerEarliestEvent(long projectId, Instant time) {
        earliest.merge(projectId, time, (known, next) -> next.isBefore(known) ? next : known);
    }

    @Override
    public void eventsArrived(long projectId) {
        arrivals++;
    }

    @Override
    public FilesInChange filesInChange(long projectId) {
        return FilesInChange.NONE;
    }

    @Nullable String earliest(long projectId) {
        return earliest.containsKey(projectId) ? Objects.toString(earliest.get(projectId)) : null;
    }

    /** How often events were said to have come. */
    int arrivals() {
        return arrivals;
    }
}
