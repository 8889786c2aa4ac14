package dev.trendlake.merge;

import dev.trendlake.plan.BucketPlanner;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.LakeReach;
import dev.trendlake.project.SideTableName;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A bucket of a question.
 *
 * @param period the number of its period
 * @param place its place in the period, from 0
 * @param slot its name in rows
 * @param name the name of its piece: its slot, and the ends of the range where they cut it
 * @param reach what it follows from
 */
record QuestionBucket(int period, int place, String slot, String name, LakeReach reach) {
    private static final String MOVING = "~";

    /**
     * Whether a piece of this name is cut by an end that is "now" to the second: it is no other
     * question's.
     */
    static boolean isMoving(String name) {
        return name.endsWith(MOVING);
    }

    boolean isMoving() {
        return isMoving(name);
    }

    /** All buckets of a question, whose pieces follow from these tables beside the events. */
    static List<QuestionBucket> of(TrendQuery query, Set<SideTableName> tables) {
        List<QuestionBucket> buckets = new ArrayList<>();
        for (int period = 0; period < query.periods().size(); period++) {
            List<ZonedDateTime> starts = query.periods().get(period).buckets();
            for (int place = 0; place < starts.size(); place++) {
                buckets.add(of(query, period, place, starts, tables));
            }
        }
        return buckets;
    }

    private static QuestionBucket of(
            TrendQuery query,
            int period,
            int place,
            List<ZonedDateTime> starts,
            Set<SideTableName> tables) {
        TimeRange range = query.periods().get(period);
        ZonedDateTime start = starts.get(place);
        Instant last = range.endOfBucket(start).toInstant().minusMillis(1);
        boolean isCutBefore = place == 0 && !beginsWith(start, range, query);
        boolean isCutAfter = place == starts.size() - 1 && range.lastInstant().isBefore(last);
        String slot = BucketPlanner.nameOf(start, range);
        StringBuilder name = new StringBuilder(slot);
        if (isCutBefore) {
            name.append('[').append(range.from().toInstant());
            name.append('[').append(range.firstInstant());
        }
        if (isCutAfter) {
            name.append(']').append(range.lastInstant());
        }
        if ((isCutBefore || isCutAfter) && !range.asked().isEmpty()) {
            name.append(MOVING);
        }
        LocalDate first = day(TrendPlanner.firstInstantOf(start, query));
        LakeReach reach =
                new LakeReach(first, day(isCutAfter ? range.lastInstant() : last), tables, false);
        return new QuestionBucket(period, place, slot, name.toString(), reach);
    }

    // Some series look at where the range starts, others at where events count from.
    private static boolean beginsWith(ZonedDateTime start, TimeRange range, TrendQuery query) {
        boolean countsFromStart = range.firstInstant().equals(start.toInstant());
        return countsFromStart
                && (range.from().toInstant().equals(start.toInstant())
                        || query.series().stream().noneMatch(QuestionBucket::looksAtRange));
    }

    private static boolean looksAtRange(Series series) {
        return series.aggregation() instanceof Aggregation.CountPerActor
                || series.aggregation() instanceof Aggregation.ActiveActors;
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
