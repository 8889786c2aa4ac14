package dev.trendlake.local.conformance;

import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.ColumnProperty.Owner;
import dev.trendlake.project.PropertyColumn;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which properties of a case's events have columns of their own: answers must not tell. */
public enum CaseColumns {
    /** None. */
    NONE,
    /** As many as the table has columns, in every file. */
    EVERYWHERE,
    /** As many, in files from the middle one of the days that have events on. */
    IN_NEWER_FILES;

    /** Before all events. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** Registers the columns of a case's project, before its events are loaded. */
    void register(DynamoDbPropertyColumns columns, long project, ConformanceCase source) {
        from(source)
                .ifPresent(day ->
                        properties(source).stream()
                                .limit(PropertyColumn.MOST)
                                .forEach(property -> columns.add(project, property, day)));
    }

    private Optional<LocalDate> from(ConformanceCase source) {
        return switch (this) {
            case NONE -> Optional.empty();
            case EVERYWHERE -> Optional.of(EVER);
            case IN_NEWER_FILES -> middle(source);
        };
    }

    private static Optional<LocalDate> middle(ConformanceCase source) {
        List<LocalDate> days =
                source.events().stream()
                        .map(event -> OffsetDateTime.parse(event.timestamp()))
                        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                        .distinct()
                        .sorted()
                        .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() / 2));
    }

    /** The properties that have columns, as far as the table has so many. */
    static Collection<ColumnProperty> properties(ConformanceCase source) {
        Set<ColumnProperty> properties = new LinkedHashSet<>();
        source.events()
                .forEach(event ->
                        event.properties()
                                .fieldNames()
                                .forEachRemaining(key ->
                                        property(Owner.EVENT, key).forEach(properties::add)));
        source.persons()
                .forEach(person ->
                        person.properties()
                                .fieldNames()
                                .forEachRemaining(key ->
                                        property(Owner.PERSON, key).forEach(properties::add)));
        return properties;
    }

    // Some names can't have a column.
    private static Stream<ColumnProperty> property(Owner owner, String key) {
        return key.isBlank() || key.contains(",")
                ? Stream.empty()
                : Stream.of(new ColumnProperty(owner, key));
    }
}
