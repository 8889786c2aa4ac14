package dev.trendlake.merge;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.KeptPieces;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.TrendPlan;
import java.util.List;

/** How a question comes to its rows. */
public sealed interface Course {
    /**
     * A statement has to be run.
     *
     * @param found the pieces that the rest of the rows is in
     */
    record Execute(TrendPlan plan, Work work, KeptPieces found) implements Course {
        /** One that gives all rows. */
        static Execute whole(TrendPlan plan, Basis basis) {
            return new Execute(plan, new Work(basis, List.of()), KeptPieces.none());
        }
    }

    /** All pieces are known: these are the rows. */
    record Known(List<Row> rows, Basis basis) implements Course {
        /** Copies the rows. */
        public Known {
            rows = List.copyOf(rows);
        }
    }
}
