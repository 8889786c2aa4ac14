package dev.trendlake.lake;

import dev.trendlake.project.SideTableName;
import java.time.LocalDate;

/**
 * A folder of the lake whose objects are read together. Its version, a number, says how often they
 * have changed.
 */
public sealed interface LakePartition {
    /** Whose it is. */
    long project();

    /** Where its objects lie in the bucket. */
    String folder();

    /** The events of a day in UTC: {@code events/project_id=7/day=2026-11-23/}. */
    record EventDay(long project, LocalDate day) implements LakePartition {
        @Override
        public String folder() {
            return "events/project_id=%d/day=%s/".formatted(project, day);
        }
    }

    /** A version of a table beside the events: {@code persons/project_id=7/version=3/}. */
    record TableVersion(long project, SideTableName table, long version) implements LakePartition {
        @Override
        public String folder() {
            return "%s/project_id=%d/version=%d/".formatted(table.word(), project, version);
        }
    }
}
