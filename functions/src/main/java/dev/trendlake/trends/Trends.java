package dev.trendlake.trends;

import dev.trendlake.answer.TrendAnswer;
import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheEntry.Flight;
import dev.trendlake.cache.CacheEntry.Known;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.Foresight;
import dev.trendlake.cache.Freshness;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.merge.Merger;
import dev.trendlake.project.Project;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.TrendOutcome.Answered;
import dev.trendlake.trends.TrendOutcome.Background;
import dev.trendlake.trends.TrendOutcome.Origin;
import dev.trendlake.trends.TrendOutcome.Pending;
import java.time.Instant;
import java.util.List;

/**
 * The path of a question: find its rows in the cache, or else have them computed, now or in the
 * background; then make the answer of them. Safe for use by several threads.
 */
public final class Trends implements TrendService {
    private static final System.Logger LOGGER = System.getLogger(Trends.class.getName());

    private final QueryEngine engine;
    private final ResultCache cache;
    private final Foresight foresight;
    private final Flights flights;
    private final LakeNews news;
    private final boolean givesOldOnFailure;

    /**
     * Takes the parts of the path.
     *
     * @param foresight is told what will be looked for in the cache
     * @param news whether somebody tells of changes of the lake
     * @param givesOldOnFailure whether an older answer is given where a newer one can't be computed
     */
    public Trends(
            Merger merger,
            QueryEngine engine,
            ResultCache cache,
            Foresight foresight,
            LakeNews news,
            boolean givesOldOnFailure) {
        this.foresight = foresight;
        this.engine = engine;
        this.cache = cache;
        this.flights = new Flights(merger, engine, cache);
        this.news = news;
        this.givesOldOnFailure = givesOldOnFailure;
    }

    @Override
    public CacheKey keyOf(TrendQuery query, Project project) {
        return CacheKeys.of(query, project, news);
    }

    @Override
    public TrendOutcome answer(TrendQuery query, Project project, Asking asking) {
        if (query.range().buckets().isEmpty() || matchesNothing(query)) {
            return nothing(query, project, asking);
        }
        Question question = question(query, project, asking, keyOf(query, project));
        foresee(question);
        CacheEntry entry = cache.find(question.key(), asking.now());
        asking.progress().done(Stage.CACHE);
        return switch (entry.known()) {
            case Known.Nothing() -> withoutRows(question, entry.flight());
            case Known.Kept kept ->
                    isGoodEnough(kept, question)
                            ? cached(question, kept, new Background.None())
                            : withOldRows(question, kept, entry.flight());
        };
    }

    @Override
    public TrendOutcome look(
            TrendQuery query, Project project, Asking asking, CacheKey key, Instant since) {
        if (query.range().buckets().isEmpty() || matchesNothing(query)) {
            return nothing(query, project, asking);
        }
        Question question = question(query, project, asking, key);
        CacheEntry entry = cache.find(key, asking.now());
        asking.progress().done(Stage.CACHE);
        if (entry.known() instanceof Known.Kept kept && !kept.computedAt().isBefore(since)) {
            return cached(question, kept, new Background.None());
        }
        return switch (entry.flight()) {
            case Flight.Running running ->
                    flights.hasEnded(question, running)
                            ? awaited(question, running)
                            : new Pending(running.startedAt());
            case Flight.Claimed(Instant startedAt) -> new Pending(startedAt);
            case Flight.None none -> launched(question, none);
        };
    }

    @Override
    public void cancel(CacheKey key, Instant since, Asking asking) {
        CacheEntry entry = new ClaimedWait(cache).started(key, asking);
        if (!answers(entry, since) && entry.flight() instanceof Flight.Running running) {
            engine.cancel(running.executionId(), asking.deadline());
            cache.release(key, running.executionId());
        }
    }

    private static boolean answers(CacheEntry entry, Instant since) {
        return entry.known() instanceof Known.Kept kept && !kept.computedAt().isBefore(since);
    }

    private static boolean matchesNothing(TrendQuery query) {
        return query.series().stream()
                .allMatch(series -> series.entity() instanceof Entity.MissingAction);
    }

    private Question question(TrendQuery query, Project project, Asking asking, CacheKey key) {
        return new Question(query, project, asking, key, new LakeView(news, project, asking.now()));
    }

    private void foresee(Question question) {
        if (question.lake().isCounted()) {
            foresight.expect(() -> question.lake().expected(question.key(), question.query()));
        }
    }

    private static boolean isGoodEnough(Known.Kept kept, Question question) {
        return switch (question.asking().refresh()) {
            case NEVER -> true;
            case ALWAYS, IN_BACKGROUND -> false;
            case IF_STALE, IN_BACKGROUND_IF_STALE, IN_BACKGROUND_UNLESS_MISSING ->
                    isExact(kept, question) && isYoung(kept, question, Freshness::isFresh);
            case IN_BACKGROUND_IF_VERY_STALE ->
                    isExact(kept, question) && isYoung(kept, question, Freshness::isFreshEnough);
        };
    }

    // Where nobody tells of changes, age alone decides.
    private static boolean isExact(Known.Kept kept, Question question) {
        return !question.lake().isCounted()
                || question.lake()
                        .at(kept.basis().reach())
                        .filter(kept.basis()::holdsIn)
                        .isPresent();
    }

    // Exact rows don't age, but where "now" itself is an end of the range.
    private static boolean isYoung(Known.Kept kept, Question question, Age age) {
        return (question.lake().isCounted() && !question.moves())
                || age.isFresh(
                        question.query().range(), kept.computedAt(), question.asking().now());
    }

    /** Tells whether rows are young enough. */
    @FunctionalInterface
    private interface Age {
        boolean isFresh(TimeRange range, Instant computedAt, Instant now);
    }

    private TrendOutcome withoutRows(Question question, Flight flight) {
        return switch (question.asking().refresh()) {
            case NEVER -> new TrendOutcome.Missing();
            case IF_STALE, ALWAYS, IN_BACKGROUND_UNLESS_MISSING -> awaited(question, flight);
            case IN_BACKGROUND, IN_BACKGROUND_IF_STALE, IN_BACKGROUND_IF_VERY_STALE ->
                    launched(question, flight);
        };
    }

    private TrendOutcome withOldRows(Question question, Known.Kept kept, Flight flight) {
        return switch (question.asking().refresh()) {
            case NEVER -> cached(question, kept, new Background.None());
            case IF_STALE, ALWAYS -> awaitedOrOld(question, kept, flight);
            case IN_BACKGROUND -> launched(question, flight);
            case IN_BACKGROUND_IF_STALE,
                    IN_BACKGROUND_IF_VERY_STALE,
                    IN_BACKGROUND_UNLESS_MISSING ->
                    renewed(question, kept, flights.launch(question, flight));
        };
    }

    // What was put together at once is newer than the old rows.
    private static TrendOutcome renewed(
            Question question, Known.Kept kept, Flights.Launched launched) {
        return launched.landed().isPresent()
                ? cached(question, launched.landed().get().rows(), new Background.None())
                : cached(question, kept, new Background.Running(launched.startedAt()));
    }

    private TrendOutcome launched(Question question, Flight flight) {
        return new Pending(flights.launch(question, flight).startedAt());
    }

    private TrendOutcome awaitedOrOld(Question question, Known.Kept kept, Flight flight) {
        try {
            return awaited(question, flight);
        } catch (QueryUnavailable | QueryFailed e) {
            if (!givesOldOnFailure) {
                throw e;
            }
            LOGGER.log(System.Logger.Level.WARNING, "an older answer is given", e);
            return answered(question, kept, new Origin.Stale(), new Background.None());
        }
    }

    private TrendOutcome awaited(Question question, Flight flight) {
        Flights.Launched launched = flights.launch(question, flight);
        try {
            Flights.Landed landed = flights.land(question, launched);
            return answered(question, landed.rows(), landed.origin(), new Background.None());
        } catch (StillRunning _) {
            return new Pending(launched.startedAt());
        }
    }

    private static Answered nothing(TrendQuery query, Project project, Asking asking) {
        LakeView nowhere = new LakeView(new LakeNews.None(), project, asking.now());
        Question question =
                new Question(query, project, asking, new CacheKey(project.id(), ""), nowhere);
        return answered(
                question,
                new Known.Kept(List.of(), asking.now(), Basis.unknown(asking.now())),
                new Origin.Nowhere(),
                new Background.None());
    }

    private static Answered cached(Question question, Known.Kept kept, Background background) {
        return answered(question, kept, new Origin.Cache(), background);
    }

    private static Answered answered(
            Question question, Known.Kept kept, Origin origin, Background background) {
        Asking asking = question.asking();
        TrendAnswer answer =
                new TrendAnswer(
                        question.query(),
                        question.project(),
                        kept.computedAt(),
                        origin instanceof Origin.Cache || origin instanceof Origin.Stale,
                        asking.url());
        Answered answered = new Answered(answer.of(kept.rows()), origin, background);
        asking.progress().done(Stage.ANSWER);
        return answered;
    }

    @Override
    public State state(TrendQuery query, Project project, Asking asking) {
        if (query.range().buckets().isEmpty() || matchesNothing(query)) {
            return new State.Fresh();
        }
        Question question = question(query, project, asking, keyOf(query, project));
        return switch (cache.find(question.key(), asking.now()).known()) {
            case Known.Nothing() -> new State.Missing();
            case Known.Kept kept ->
                    isGoodEnough(kept, question) ? new State.Fresh() : new State.Stale();
        };
    }
}
