package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the lake a question reads at all: the partitions as plain literals, the exact times
 * besides, and the names of its events, by which the files are ordered.
 */
final class EventRange {
    private EventRange() {}

    static SqlExpression of(Project project, TimeRange range, List<Series> series) {
        List<SqlExpression> conditions = new ArrayList<>();
        conditions.add(
                Conditions.equal(new Column("project_id"), new Text(Long.toString(project.id()))));
        conditions.add(
                new Between(
                        new Column("day"), day(range.firstInstant()), day(range.lastInstant())));
        conditions.add(
                new Between(
                        new Column("timestamp"),
                        new Timestamp(range.firstInstant()),
                        new Timestamp(range.lastInstant())));
        names(series).map(EventRange::isNamed).ifPresent(conditions::add);
        return Conditions.all(conditions);
    }

    /** The event is the one that a series counts. */
    static SqlExpression isOf(Entity entity, EventColumns columns) {
        return switch (entity) {
            case Entity.Event(var name) ->
                    Conditions.equal(columns.stored("event"), new Text(name));
            case Entity.AllEvents() -> Conditions.ALWAYS;
            case Entity.ActionEvents _, Entity.MissingAction _ -> throw NotPlanned.of(entity);
        };
    }

    private static SqlExpression isNamed(Set<String> names) {
        Column event = new Column("event");
        List<SqlExpression> choices = names.stream().<SqlExpression>map(Text::new).toList();
        return choices.size() == 1
                ? Conditions.equal(event, choices.getFirst())
                : new In(event, choices);
    }

    private static Optional<Set<String>> names(List<Series> series) {
        Set<String> names = new LinkedHashSet<>();
        for (Series one : series) {
            if (!(one.entity() instanceof Entity.Event(var name))) {
                return Optional.empty();
            }
            names.add(name);
        }
        return Optional.of(names);
    }

    private static Text day(Instant instant) {
        return new Text(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
}
