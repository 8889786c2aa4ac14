package dev.trendlake.lake;

import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.project.SideTableName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of the objects that statements read. */
public final class LakeKey {
    private static final String EVENTS = "events";

    // The engine looks into the folders below a partition's, too.
    private static final Pattern READ =
            Pattern.compile(
                    "(?<table>[a-z_]+)/project_id=(?<project>[1-9]\\d{0,17})"
                            + "/(?<column>day|version)=(?<value>[^/]+)/(?:.*/)?[^/_.][^/]*",
                    Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

    private LakeKey() {}

    /**
     * The partition of an object; empty for one that no statement reads: it lies elsewhere, or its
     * name begins with {@code _} or {@code .} (spec: Athena, 5).
     *
     * @param key the object's, as it is
     */
    public static Optional<LakePartition> partitionOf(String key) {
        Matcher object = READ.matcher(key);
        if (!object.matches()) {
            return Optional.empty();
        }
        long project = Long.parseLong(object.group("project"));
        String value = object.group("value");
        if (object.group("table").equals(EVENTS)) {
            return object.group("column").equals("day") ? day(project, value) : Optional.empty();
        }
        return object.group("column").equals("version") && VERSION.matcher(value).matches()
                ? SideTableName.of(object.group("table"))
                        .map(table -> new TableVersion(project, table, Long.parseLong(value)))
                : Optional.empty();
    }

    private static Optional<LakePartition> day(long project, String day) {
        try {
            return Optional.of(new EventDay(project, LocalDate.parse(day)));
        } catch (DateTimeException e) {
            // No statement asks for a day that there isn't.
            return Optional.empty();
        }
    }
}
