package dev.trendlake.warm;

import dev.trendlake.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * What is to be warmed.
 *
 * @param occasion why it is called
 * @param isDryRun whether nothing is to be computed, and only said what would be
 * @param projects the ids of those that are looked at; empty for all
 */
public record WarmRequest(Occasion occasion, boolean isDryRun, Set<Long> projects) {
    /** How long after its beginning a day counts as new: as long as it is until the next call. */
    private static final Duration NEW = Duration.ofMinutes(15);

    /** Why the warmer is called. */
    public enum Occasion {
        /** Some minutes have passed. */
        RECENT,
        /** A day may have begun: that is looked at in the zone of each project. */
        DAILY
    }

    /** Copies the set. */
    public WarmRequest {
        projects = Set.copyOf(projects);
    }

    /** Whether a project is looked at. */
    boolean takes(Project project, Instant now) {
        return switch (occasion) {
            case RECENT -> true;
            case DAILY -> dayIsNew(project.zone(), now);
        };
    }

    // Where clocks skip midnight, the day begins at one.
    private static boolean dayIsNew(ZoneId zone, Instant now) {
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return now.isBefore(midnight.plus(NEW));
    }
}
