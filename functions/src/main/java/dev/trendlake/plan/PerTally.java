package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes what differs from tally to tally: nothing is written where nothing differs. */
final class PerTally {
    /** The column that says which tally a row is for, where there are several. */
    static final Column TALLY = new Column("tally");

    private final List<Tally> tallies;

    PerTally(List<Tally> tallies) {
        this.tallies = tallies;
    }

    /** Whether rows have to say which tally they are for. */
    boolean isNeeded() {
        return tallies.size() > 1;
    }

    /** The value of the row's own tally. */
    SqlExpression value(Function<Tally, SqlExpression> valueOf) {
        Map<SqlExpression, List<SqlExpression>> numbers = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            numbers.computeIfAbsent(valueOf.apply(tally), _ -> new ArrayList<>())
                    .add(new Whole(tally.number()));
        }
        if (numbers.size() == 1) {
            return numbers.keySet().iterator().next();
        }
        List<When> whens = new ArrayList<>();
        numbers.forEach((value, of) -> {
            if (!(value instanceof Null)) {
                whens.add(new When(isOneOf(of), value));
            }
        });
        return new Case(whens, new Null());
    }

    private static SqlExpression isOneOf(List<SqlExpression> numbers) {
        return numbers.size() == 1
                ? Conditions.equal(TALLY, numbers.getFirst())
                : new In(TALLY, numbers);
    }
}
