package dev.trendlake.trends;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.Foresight;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.cache.LakeState;
import dev.trendlake.cache.LakeVersions;
import dev.trendlake.cache.PartitionVersions;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.project.LakeReach;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a project's lake stands while one request is answered: what was read of it once is good for
 * the rest, since older versions never make anything look exact that isn't.
 */
final class LakeView {
    private static final System.Logger LOGGER = System.getLogger(LakeView.class.getName());

    /** Where the projection of days begins in the template. */
    private static final YearMonth BEGUN = YearMonth.of(2010, 1);

    private final LakeNews news;
    private final Project project;
    private final Instant now;
    private Optional<LakeState> known = Optional.empty();

    LakeView(LakeNews news, Project project, Instant now) {
        this.news = news;
        this.project = project;
        this.now = now;
    }

    /** Whether changes are counted, so that what is kept can be exact. */
    boolean isCounted() {
        return switch (news) {
            case LakeNews.Counted _ -> true;
            case LakeNews.None() -> false;
        };
    }

    /** How a part of it stands; empty when that can't be known, or not now. */
    Optional<LakeState> at(LakeReach reach) {
        if (known.filter(state -> state.knows(reach)).isPresent()) {
            return known;
        }
        return switch (news) {
            case LakeNews.Counted(var versions) -> read(versions, reach);
            case LakeNews.None() -> Optional.empty();
        };
    }

    private Optional<LakeState> read(PartitionVersions versions, LakeReach reach) {
        try {
            known = Optional.of(new LakeState(project, versions(versions, reach)));
            return known;
        } catch (QueryUnavailable e) {
            LOGGER.log(System.Logger.Level.WARNING, "versions could not be read", e);
            return Optional.empty();
        }
    }

    /**
     * What will be looked for, to tell whether a question's rows are exact: at least the months of
     * its periods.
     */
    Foresight.Expected expected(CacheKey key, TrendQuery query) {
        List<LocalDate> days =
                query.periods().stream()
                        .flatMap(period -> Stream.of(period.from(), period.to()))
                        .map(end -> day(end.toInstant()))
                        .sorted()
                        .toList();
        LakeReach reach = new LakeReach(days.getFirst(), days.getLast(), Set.of(), false);
        return new Foresight.Expected(key, from(reach), to(reach), project.sideTables());
    }

    private LakeVersions versions(PartitionVersions versions, LakeReach reach) {
        LakeVersions read =
                versions.read(project.id(), from(reach), to(reach), project.sideTables());
        return new LakeVersions(
                YearMonth.from(reach.first()),
                YearMonth.from(reach.last()),
                read.days(),
                read.persons(),
                read.groups(),
                read.cohortPeople());
    }

    // Before the first day of the table, and after tomorrow, nothing is ever found.
    private YearMonth from(LakeReach reach) {
        YearMonth first = YearMonth.from(reach.first());
        YearMonth from = first.isBefore(BEGUN) ? BEGUN : first;
        return to(reach).isBefore(from) ? to(reach) : from;
    }

    private YearMonth to(LakeReach reach) {
        YearMonth last = YearMonth.from(reach.last());
        YearMonth ended = YearMonth.from(day(now).plusDays(1));
        return last.isAfter(ended) ? ended : last;
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
