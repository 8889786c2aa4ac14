package dev.trendlake.merge;

import dev.trendlake.cache.Piece;
import dev.trendlake.trend.TrendQuery;
import java.util.Collection;
import java.util.Map;

/** Finds out whether the values of a breakdown were too many. */
record RestOfValues(TrendQuery query) {
    /** Whether pieces hold a rest that was added up, in place of all values. */
    boolean isIn(Collection<Piece> pieces) {
        RankedValues values = new RankedValues(query, Map.of());
        return pieces.stream()
                .flatMap(piece -> piece.amounts().stream())
                .anyMatch(amount -> values.isOther(amount.value()));
    }
}
