package dev.trendlake.function;

import dev.trendlake.access.AccessRules;
import dev.trendlake.access.Admission;
import dev.trendlake.access.Admissions;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.RuledProject;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Project 1, and the key of the payloads in {@code events/}, which is bound to it. */
final class SampleAdmissions implements Admissions {
    static final String KEY = "phx_sample_key_of_the_events_folder";

    private static final ApiKey BOUND =
            new ApiKey(
                    "sample",
                    "events",
                    List.of("insight:read", "query:read"),
                    List.of(1L),
                    List.of(),
                    true);

    @Override
    public Admission find(KeyHash key, long projectId, Instant now) {
        return new Admission(known(key), projectId == 1 ? project() : null);
    }

    @Override
    public Admission find(KeyHash key) {
        return new Admission(known(key), null);
    }

    @Override
    public List<RuledProject> projects() {
        return List.of(new RuledProject(project(), AccessRules.none()));
    }

    private static @Nullable ApiKey known(KeyHash key) {
        return key.equals(KeyHash.of(KEY)) ? BOUND : null;
    }

    private static Project project() {
        return new Project(
                1,
                "sample",
                "",
                ZoneOffset.UTC,
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }
}
