package dev.trendlake.cache;

import dev.trendlake.project.Project;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Names questions for the cache. What the rows depend on goes in: entities, aggregations, filters,
 * breakdown, comparison, display, sampling, range, and of the project's settings those that the
 * question uses. What is made of the rows afterwards stays out: names, formulas, smoothing.
 */
public final class CacheKeys {
    /** Raise it when the planner asks for other rows, or for the same rows in another order. */
    private static final int LAYOUT = 1;

    private CacheKeys() {}

    /** The name of a question of a project that is asked at {@code now}. */
    public static CacheKey of(TrendQuery query, Project project, Instant now) {
        CanonicalText text = new CanonicalText(project.propertyDefinitions()).add(LAYOUT);
        text.add(query.series().size());
        for (Series series : query.series()) {
            text.add(series.entity()).add(series.aggregation()).add(series.filter());
        }
        text.add(query.filter()).add(query.breakdown()).add(query.limit());
        text.add(query.comparison()).add(query.display()).add(query.samplingFactor());
        addRange(text, query.range(), now);
        return new CacheKey(project.id(), digest(text.toString()));
    }

    private static void addRange(CanonicalText text, TimeRange range, Instant now) {
        text.add(range.interval()).add(range.weekStart()).add(range.zone().getId());
        text.add(bound(range, range.from(), now));
        text.add(bound(range, range.to(), now));
        text.add(bound(range, range.countedFrom(), now));
    }

    /**
     * A bound that moves with the clock is named by its bucket and its distance from now, else no
     * question with one would ever be asked twice; the rows are then as old as any cached ones.
     * Such a bound shares minute and second with now, and every other one lies on a whole hour or
     * is taken as it is.
     */
    private static String bound(TimeRange range, ZonedDateTime bound, Instant now) {
        ZonedDateTime second = bound.truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime asked = now.atZone(range.zone()).truncatedTo(ChronoUnit.SECONDS);
        if (isWholeHour(second) || secondOfHour(second) != secondOfHour(asked)) {
            return second.toInstant().toString();
        }
        return range.startOfBucket(second).toInstant() + " " + Duration.between(second, asked);
    }

    private static boolean isWholeHour(ZonedDateTime time) {
        return secondOfHour(time) == 0 || secondOfHour(time) == 3599;
    }

    private static int secondOfHour(ZonedDateTime time) {
        return time.getMinute() * 60 + time.getSecond();
    }

    private static String digest(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
