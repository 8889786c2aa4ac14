package dev.trendlake.merge;

import static java.util.stream.Collectors.toMap;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.Freshness;
import dev.trendlake.cache.KeptPieces;
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
import java.util.function.UnaryOperator;

/**
 * Computes of a question only what isn't known yet, and puts the rest together with it. Safe for
 * use by several threads.
 */
public final class Merger {
    /** Pieces hold all values of a breakdown, up to so many for each series. */
    static final int MOST_VALUES = 1_000;

    /** Questions of more buckets are computed whole. */
    private static final int MOST_BUCKETS = 1_000;

    /** How often it is tried to keep pieces beside others that are kept at the same time. */
    private static final int ATTEMPTS = 5;

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
            return Course.Execute.whole(whole, basis);
        }
        List<QuestionBucket> buckets = QuestionBucket.of(query, whole.reach().tables());
        if (buckets.size() > MOST_BUCKETS) {
            return Course.Execute.whole(whole, basis);
        }
        KeptPieces found = store.find(CacheKeys.ofShape(query, project), query.now());
        if (!found.pieces().haveAllValues()) {
            return Course.Execute.whole(whole, basis);
        }
        KnownBuckets known = new KnownBuckets(buckets, found.pieces(), state.get(), anew);
        if (known.missing().isEmpty()) {
            return new Course.Known(known.rows(query), basis);
        }
        MissingBuckets missing = new MissingBuckets(query, known.missing());
        TrendPlan plan = planner.plan(missing.question(MOST_VALUES), project, missing.days());
        return new Course.Execute(plan, new Work(basis, known.work(missing)), found);
    }

    /**
     * The rows of a question whose work an execution has done.
     *
     * @param found the pieces that were found before; empty where another has found them
     * @throws ExecutionLost when other pieces that belong to them are gone: the question has to be
     *     asked anew
     */
    public Merged rows(
            TrendQuery query,
            Project project,
            Work work,
            Optional<KeptPieces> found,
            List<Row> computed,
            Instant startedAt)
            throws ExecutionLost {
        if (work.isWhole()) {
            return new Merged(computed, () -> {});
        }
        CacheKey shape = CacheKeys.ofShape(query, project);
        KeptPieces before = found.orElseGet(() -> store.find(shape, query.now()));
        Map<String, Piece> pieces = new ComputedPieces(query, work).of(computed);
        if (haveOther(query, pieces.values())) {
            keep(shape, before, _ -> Pieces.tooMany(), startedAt);
            requireAll(query, work);
            return new Merged(merged(query, work.buckets(), pieces), () -> {});
        }
        Runnable keeping = () -> keep(shape, before, kept -> kept.with(lasting(pieces)), startedAt);
        // All of them: what there is no room to keep belongs to these rows nevertheless.
        Map<String, Piece> all = new HashMap<>(before.pieces().byBucket());
        all.putAll(pieces);
        try {
            return new Merged(merged(query, work.buckets(), all), keeping);
        } catch (ExecutionLost e) {
            keeping.run();
            throw e;
        }
    }

    // Others may keep pieces of another range meanwhile: theirs and these belong together.
    private void keep(
            CacheKey shape, KeptPieces found, UnaryOperator<Pieces> change, Instant startedAt) {
        Instant expiresAt = Freshness.expiresAt(startedAt);
        KeptPieces before = found;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (store.replace(shape, before, change.apply(before.pieces()), expiresAt)) {
                return;
            }
            before = store.find(shape, startedAt);
        }
    }

    private static boolean haveOther(TrendQuery query, Collection<Piece> pieces) {
        String other = RankedValues.other(query.breakdown());
        return !other.isEmpty()
                && pieces.stream()
                        .flatMap(piece -> piece.amounts().stream())
                        .anyMatch(amount -> amount.value().equals(other));
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
