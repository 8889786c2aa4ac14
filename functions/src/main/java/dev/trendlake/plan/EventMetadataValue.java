package dev.trendlake.plan;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.PropertyType;

/** A column of the event as filters and breakdowns name it (spec: trends, 4.5). */
final class EventMetadataValue {
    private EventMetadataValue() {}

    static TypedValue of(String name, EventColumns columns) {
        return switch (name) {
            case "event", "distinct_id", "uuid", "elements_chain" ->
                    columns.text(columns.stored(name));
            case "person_id" -> columns.text(columns.personId());
            case "$session_id" -> columns.text(columns.stored("session_id"));
            case "$group_0", "$group_1", "$group_2", "$group_3", "$group_4" ->
                    columns.text(columns.stored(name.substring(1)));
            case "timestamp" ->
                    columns.typed(UtcText.of(columns.stored("timestamp")), PropertyType.DATE_TIME);
            default ->
                    throw new InvalidRequest(
                            "key",
                            "'%s' is no column of events; use one of: event, distinct_id, timestamp, uuid, person_id, elements_chain, $session_id, $group_0 to $group_4"
                                    .formatted(name));
        };
    }
}
