package dev.trendlake.merge;

import static java.util.stream.Collectors.toMap;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.Freshness;
import dev.trendlake.cache.LakeState;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.PieceStore;
import dev.trendlake.cache.Pieces;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.TrendPlan;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.LakeReach;
import dev.trendlake.project.Project;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Computes of a question only what isn't known yet, and puts the rest together with it. Safe for
 * use by several threads.
 */
public final class Merger {
    /** Pieces hold all values of a breakdown, up to so many for each series. */
    static final int MOST_VALUES = 1_000;

    /** Questions of more buckets are computed whole. */
    private static final int MOST_BUCKETS = 1_000;

    private final TrendPlanner planner;
    private final PieceStore store;

    /** Takes what plans statements, and where pieces are. */
    public Merger(TrendPlanner planner, PieceStore store) {
        this.planner = planner;
        this.store = store;
    }

    /**
     * How a question comes to its rows.
     *
     * @param anew whether nothing that is known may be used
     * @param lake tells how a part of the lake stands; empty where that isn't known
     */
    public Course course(
            TrendQuery query,
            Project project,
            boolean anew,
            Function<LakeReach, Optional<LakeState>> lake) {
        TrendPlan whole = planner.plan(query, project);
        Optional<LakeState> state = lake.apply(whole.reach());
        Basis basis =
                new Basis(whole.reach(), state.map(now -> now.digest(whole.reach())).orElse(""));
        if (state.isEmpty() || !whole.isByBucket() || query.limit().values() > MOST_VALUES) {
            return new Course.Execute(whole, new Work(basis, List.of()));
        }
        List<QuestionBucket> buckets = QuestionBucket.of(query, whole.reach().tables());
        if (buckets.size() > MOST_BUCKETS) {
            return new Course.Execute(whole, new Work(basis, List.of()));
        }
        Pieces pieces = store.find(CacheKeys.ofShape(query, project), query.now());
        if (!pieces.haveAllValues()) {
            return new Course.Execute(whole, new Work(basis, List.of()));
        }
        return byBucket(
                query, project, basis, new KnownBuckets(buckets, pieces, state.get(), anew));
    }

    /**
     * The rows of a question whose work an execution has done.
     *
     * @throws ExecutionLost when other pieces that belong to them are gone: the question has to be
     *     asked anew
     */
    public List<Row> rows(
            TrendQuery query, Project project, Work work, List<Row> computed, Instant startedAt)
            throws ExecutionLost {
        if (work.isWhole()) {
            return computed;
        }
        CacheKey shape = CacheKeys.ofShape(query, project);
        Map<String, Piece> pieces = new ComputedPieces(query, work).of(computed);
        if (haveOther(query, pieces.values())) {
            store.keep(shape, Pieces.tooMany(), Freshness.expiresAt(startedAt));
            requireAll(query, work);
            return merged(query, work.buckets(), pieces);
        }
        Pieces kept = store.find(shape, query.now());
        store.keep(shape, kept.with(lasting(pieces)), Freshness.expiresAt(startedAt));
        // All of them: what there is no room to keep belongs to these rows nevertheless.
        Map<String, Piece> all = new HashMap<>(kept.byBucket());
        all.putAll(pieces);
        return merged(query, work.buckets(), all);
    }

    private static boolean haveOther(TrendQuery query, Collection<Piece> pieces) {
        String other = RankedValues.other(query.breakdown());
        return !other.isEmpty()
                && pieces.stream()
                        .flatMap(piece -> piece.amounts().stream())
                        .anyMatch(amount -> amount.value().equals(other));
    }

    private Course byBucket(TrendQuery query, Project project, Basis basis, KnownBuckets known) {
        if (known.missing().isEmpty()) {
            return new Course.Known(known.rows(query), basis);
        }
        MissingBuckets missing = new MissingBuckets(query, known.missing());
        TrendPlan plan = planner.plan(missing.question(MOST_VALUES), project, missing.days());
        return new Course.Execute(plan, new Work(basis, known.work(missing)));
    }

    private static Map<String, Piece> lasting(Map<String, Piece> pieces) {
        return pieces.entrySet().stream()
                .filter(entry -> !QuestionBucket.isMoving(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    // The values were ranked by plain sums, and over the buckets that were computed.
    private static void requireAll(TrendQuery query, Work work) throws ExecutionLost {
        boolean isRunning = query.display() == Display.LINE_GRAPH_CUMULATIVE;
        if (isRunning || !work.buckets().stream().allMatch(Work.Bucket::isComputed)) {
            throw new ExecutionLost("the breakdown has more values than pieces hold");
        }
    }

    private static List<Row> merged(
            TrendQuery query, List<Work.Bucket> buckets, Map<String, Piece> pieces)
            throws ExecutionLost {
        List<MergedRows.PlacedPiece> placed = new ArrayList<>();
        for (Work.Bucket bucket : buckets) {
            Piece piece = pieces.get(bucket.name());
            if (piece == null || !piece.digest().equals(bucket.digest())) {
                throw new ExecutionLost("a piece is gone: " + bucket.name());
            }
            placed.add(new MergedRows.PlacedPiece(bucket.slot(), piece));
        }
        return new MergedRows(query).of(placed);
    }
}
