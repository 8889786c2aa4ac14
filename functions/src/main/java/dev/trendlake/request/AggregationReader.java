package dev.trendlake.request;

import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.Statistic;

/**
 * Reads {@code math} and what belongs to it (spec: trends, 1.2 and 3). A word that nobody knows is
 * {@code total}, and so is a statistic of a property that is not named.
 */
final class AggregationReader {
    private static final String COUNT_PER_ACTOR = "_count_per_actor";
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final HogQlReader hogQl;

    AggregationReader(HogQlReader hogQl) {
        this.hogQl = hogQl;
    }

    /** What an entry of {@code events} or {@code actions} computes. */
    Aggregation read(Field entity) {
        String math = entity.member("math").textOrEmpty();
        return switch (math) {
            case "dau" -> new Aggregation.UniqueActors(actor(entity));
            case "weekly_active" -> new Aggregation.ActiveActors(WEEK, actor(entity));
            case "monthly_active" -> new Aggregation.ActiveActors(MONTH, actor(entity));
            case "unique_group" -> new Aggregation.UniqueActors(group(entity));
            case "unique_session" -> new Aggregation.UniqueSessions();
            case "first_time_for_user" -> new Aggregation.FirstTimeForUser();
            case "first_matching_event_for_user" -> new Aggregation.FirstMatchingEventForUser();
            case "hogql" -> hogQl(entity);
            case "avg_count_per_actor",
                    "min_count_per_actor",
                    "max_count_per_actor",
                    "median_count_per_actor",
                    "p75_count_per_actor",
                    "p90_count_per_actor",
                    "p95_count_per_actor",
                    "p99_count_per_actor" ->
                    new Aggregation.CountPerActor(
                            statistic(math.substring(0, math.indexOf(COUNT_PER_ACTOR))));
            case "avg", "sum", "min", "max", "median", "p75", "p90", "p95", "p99" ->
                    ofProperty(statistic(math), entity);
            default -> new Aggregation.Total();
        };
    }

    private static Statistic statistic(String word) {
        return switch (word) {
            case "avg" -> Statistic.AVERAGE;
            case "sum" -> Statistic.SUM;
            case "min" -> Statistic.MINIMUM;
            case "max" -> Statistic.MAXIMUM;
            case "median" -> Statistic.MEDIAN;
            case "p75" -> Statistic.P75;
            case "p90" -> Statistic.P90;
            case "p95" -> Statistic.P95;
            case "p99" -> Statistic.P99;
            default -> throw new IllegalArgumentException("no statistic is called " + word);
        };
    }

    private static Actor actor(Field entity) {
        Field index = entity.member("math_group_type_index");
        return index.isBlank() ? new Actor.Person() : new Actor.Group(GroupIndex.read(index));
    }

    private static Actor group(Field entity) {
        Field index = entity.member("math_group_type_index");
        if (index.isBlank()) {
            throw index.refused("math unique_group needs the number of a group type, 0 to 4");
        }
        return new Actor.Group(GroupIndex.read(index));
    }

    private Aggregation hogQl(Field entity) {
        Field expression = entity.member("math_hogql");
        if (expression.isBlank()) {
            throw expression.refused("math hogql needs an expression");
        }
        return new Aggregation.HogQl(hogQl.read(expression));
    }

    private static Aggregation ofProperty(Statistic statistic, Field entity) {
        Field key = entity.member("math_property");
        if (key.isBlank()) {
            return new Aggregation.Total();
        }
        Property property = property(key.text(), entity.member("math_property_type"));
        return new Aggregation.OfProperty(
                statistic,
                property,
                multiplier(entity),
                property instanceof Property.OfSession(var name)
                        && name.equals("$session_duration"));
    }

    private static double multiplier(Field entity) {
        Field currency = entity.member("math_property_revenue_currency");
        if (!currency.isBlank()) {
            throw currency.refused("amounts of money are not converted; sum the property itself");
        }
        Field multiplier = entity.member("math_multiplier");
        if (multiplier.isBlank()) {
            return 1;
        }
        return multiplier
                .numberIfAny()
                .orElseThrow(() -> multiplier.refused("must be a number"))
                .doubleValue();
    }

    private static Property property(String key, Field type) {
        if (key.equals("$session_duration")) {
            return new Property.OfSession(key);
        }
        String word = type.textOrEmpty();
        return switch (word) {
            case "", "event_properties" -> new Property.OfEvent(key);
            case "person_properties" -> new Property.OfPerson(key);
            case "session_properties" -> new Property.OfSession(key);
            default ->
                    throw type.refused(
                            "'%s' is not a type of property that trends can compute; use one of: event_properties, person_properties, session_properties"
                                    .formatted(word));
        };
    }
}
