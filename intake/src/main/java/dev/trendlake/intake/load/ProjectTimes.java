package dev.trendlake.intake.load;

import java.time.Instant;
import java.util.List;

/** Knows the projects, and what they know of their events. */
public interface ProjectTimes {
    /** Whether there is such a project. */
    boolean exists(long projectId);

    /** The names of a project's group types, by index; empty where there is no such type. */
    List<String> groupTypes(long projectId);

    /** Makes sure that a project's first event is no later than this instant. */
    void lowerEarliestEvent(long projectId, Instant time);

    /** Tells that events were put into the lake: results that were kept may be out of date. */
    void eventsArrived(long projectId);

    /** The files that no statement reads now. */
    FilesInChange filesInChange(long projectId);
}
