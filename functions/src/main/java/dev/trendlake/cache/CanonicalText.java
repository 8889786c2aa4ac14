package dev.trendlake.cache;

import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes values so that different ones never look alike: a record as its class and components, a
 * list with its size, every text with its length. Addresses are left out: they say where a value
 * stood, not what is asked. A property is followed by its declared type, on which its comparison
 * depends; a HogQL expression, which may name any property, by all of them.
 */
final class CanonicalText {
    private static final Pattern CLOCK =
            Pattern.compile("\\b(?:now|today|yesterday)\\b", Pattern.CASE_INSENSITIVE);

    private final PropertyDefinitions definitions;
    private final Instant now;
    private final StringBuilder text = new StringBuilder();

    CanonicalText(PropertyDefinitions definitions, Instant now) {
        this.definitions = definitions;
        this.now = now;
    }

    CanonicalText add(Object value) {
        switch (value) {
            case Address _ -> {}
            case PropertyFilter.DateCondition moving when !moving.asked().isEmpty() ->
                    addMoving(moving);
            case Record tuple -> addRecord(tuple);
            case List<?> list -> addAll("list", list);
            case Map<?, ?> map -> addAll("map", List.copyOf(new TreeMap<>(map).entrySet()));
            case Map.Entry<?, ?> entry -> add(entry.getKey()).add(entry.getValue());
            case Enum<?> constant -> addText(constant.name());
            case String string -> addText(string);
            case BigDecimal number -> addText(number.toString());
            case Integer _, Long _, Double _, Boolean _, Instant _ -> addText(value.toString());
            default ->
                    throw new IllegalArgumentException(
                            "no canonical form of " + value.getClass().getName());
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void addRecord(Record tuple) {
        addText(tuple.getClass().getName());
        for (RecordComponent component : tuple.getClass().getRecordComponents()) {
            add(valueOf(component, tuple));
        }
        addDeclaredTypes(tuple);
    }

    // A time that is relative to now is another one each second; its hour and the words name it.
    private void addMoving(PropertyFilter.DateCondition condition) {
        addText("moving").add(condition.property()).add(condition.operator());
        add(condition.instant().truncatedTo(ChronoUnit.HOURS)).add(condition.asked());
    }

    private void addDeclaredTypes(Record tuple) {
        switch (tuple) {
            case Property.OfEvent(String key) -> add(definitions.ofEvent(key));
            case Property.OfPerson(String key) -> add(definitions.ofPerson(key));
            case Property.OfGroup _ -> add(definitions.ofGroups());
            // An expression that looks at the clock is another one in each hour.
            case HogQlText(String expression, _, _) when CLOCK.matcher(expression).find() ->
                    add(now.truncatedTo(ChronoUnit.HOURS));
            case Property.HogQl _, PropertyFilter.HogQlHolds _, Aggregation.HogQl _ ->
                    add(definitions);
            default -> {}
        }
    }

    private static Object valueOf(RecordComponent component, Record tuple) {
        try {
            return component.getAccessor().invoke(tuple);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("reading " + component, e);
        }
    }

    private void addAll(String kind, List<?> values) {
        addText(kind);
        addText(Integer.toString(values.size()));
        values.forEach(this::add);
    }

    private CanonicalText addText(String string) {
        text.append(string.length()).append(':').append(string);
        return this;
    }
}
