package dev.trendlake.merge;

import dev.trendlake.trend.BreakdownLimit;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The question that computes the buckets of another which are missing. */
final class MissingBuckets {
    private final TrendQuery query;
    private final List<QuestionBucket> missing;

    /** At least one is missing. */
    MissingBuckets(TrendQuery query, Collection<QuestionBucket> missing) {
        this.query = query;
        this.missing = List.copyOf(missing);
    }

    /** Asks for all values of the breakdown, up to so many, from the first to the last of them. */
    TrendQuery question(int values) {
        List<TimeRange> parts = new ArrayList<>();
        for (int period : periods()) {
            List<Integer> places =
                    missing.stream()
                            .filter(bucket -> bucket.period() == period)
                            .map(QuestionBucket::place)
                            .sorted()
                            .toList();
            parts.add(query.periods().get(period).part(places.getFirst(), places.getLast()));
        }
        return query.about(parts, new BreakdownLimit(values, false));
    }

    /** The number that a period of the question has in the other one. */
    int numberOf(int period) {
        return periods().headSet(period).size();
    }

    /** The UTC days that they follow from. */
    NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (QuestionBucket bucket : missing) {
            bucket.reach().first().datesUntil(bucket.reach().last().plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private NavigableSet<Integer> periods() {
        NavigableSet<Integer> periods = new TreeSet<>();
        missing.forEach(bucket -> periods.add(bucket.period()));
        return periods;
    }
}
