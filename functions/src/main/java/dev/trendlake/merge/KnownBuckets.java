package dev.trendlake.merge;

import dev.trendlake.cache.LakeState;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Pieces;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.trend.TrendQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the buckets of a question that are known, as the lake stands, from those that aren't. */
final class KnownBuckets {
    private final List<QuestionBucket> buckets;
    private final Map<String, Piece> known = new HashMap<>();
    private final LakeState lake;

    /**
     * @param anew whether none may be taken as known
     */
    KnownBuckets(List<QuestionBucket> buckets, Pieces pieces, LakeState lake, boolean anew) {
        this.buckets = List.copyOf(buckets);
        this.lake = lake;
        if (!anew) {
            buckets.forEach(bucket ->
                    find(bucket, pieces).ifPresent(piece -> known.put(bucket.name(), piece)));
        }
    }

    /** Those that aren't. */
    List<QuestionBucket> missing() {
        return buckets.stream().filter(bucket -> !known.containsKey(bucket.name())).toList();
    }

    /** The rows, where none is missing. */
    List<Row> rows(TrendQuery query) {
        List<MergedRows.PlacedPiece> placed =
                buckets.stream()
                        .map(bucket ->
                                new MergedRows.PlacedPiece(
                                        bucket.slot(),
                                        Optional.ofNullable(known.get(bucket.name()))
                                                .orElseThrow()))
                        .toList();
        return new MergedRows(query).of(placed);
    }

    /** What an execution does that computes those that aren't. */
    List<Work.Bucket> work(MissingBuckets missing) {
        return buckets.stream()
                .map(bucket -> {
                    String digest = lake.digest(bucket.reach());
                    return known.containsKey(bucket.name())
                            ? Work.Bucket.known(bucket.name(), digest, bucket.slot())
                            : new Work.Bucket(
                                    bucket.name(),
                                    digest,
                                    missing.numberOf(bucket.period()),
                                    bucket.slot());
                })
                .toList();
    }

    private Optional<Piece> find(QuestionBucket bucket, Pieces pieces) {
        return Optional.ofNullable(pieces.byBucket().get(bucket.name()))
                .filter(piece -> !bucket.isMoving())
                .filter(piece -> piece.digest().equals(lake.digest(bucket.reach())));
    }
}
