package dev.trendlake.project;

import java.time.Instant;
import java.util.UUID;

/**
 * A name that a project's events have.
 *
 * @param id follows from project and name
 * @param name the name
 * @param firstSeen the time of the first event of this name, to the millisecond
 * @param lastSeen the time of the last one, to the millisecond
 */
public record EventDefinition(UUID id, String name, Instant firstSeen, Instant lastSeen) {}
