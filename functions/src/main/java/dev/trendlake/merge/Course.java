package dev.trendlake.merge;

import dev.trendlake.cache.Basis;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.TrendPlan;
import java.util.List;

/** How a question comes to its rows. */
public sealed interface Course {
    /** A statement has to be run. */
    record Execute(TrendPlan plan, Work work) implements Course {}

    /** All pieces are known: these are the rows. */
    record Known(List<Row> rows, Basis basis) implements Course {
        /** Copies the rows. */
        public Known {
            rows = List.copyOf(rows);
        }
    }
}
