package dev.trendlake.answer;

import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How the answer names series and instants. */
final class WireNames {
    private WireNames() {}

    /** The name of a series: its event's, its action's, or {@code All events}. */
    static String label(Series series) {
        return switch (series.entity()) {
            case Entity.Event(var name) -> name;
            case Entity.AllEvents() -> "All events";
            case Entity.ActionEvents(var action) -> action.name();
            case Entity.MissingAction _ -> series.naming().name();
        };
    }

    /** An instant in ISO 8601 with the offset of its zone, {@code Z} for UTC. */
    static String instant(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
