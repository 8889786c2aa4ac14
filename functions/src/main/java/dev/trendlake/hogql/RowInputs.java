package dev.trendlake.hogql;

import dev.trendlake.sql.Projection;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What aggregates need of each event, computed before the events are grouped. */
final class RowInputs {
    private final String stem;
    private final SqlExpression belongs;
    private final Map<SqlExpression, String> names = new LinkedHashMap<>();

    /**
     * @param stem how the names of the columns begin
     * @param belongs which events count at all
     */
    RowInputs(String stem, SqlExpression belongs) {
        this.stem = stem;
        this.belongs = belongs;
    }

    SqlExpression belongs() {
        return belongs;
    }

    /** The column that a value of an event is in afterwards; a constant stays as it is. */
    SqlExpression column(SqlExpression value) {
        if (value instanceof Text
                || value instanceof Whole
                || value instanceof Decimal
                || value instanceof Truth
                || value instanceof Null) {
            return value;
        }
        return new Column(names.computeIfAbsent(value, _ -> stem + "_" + (names.size() + 1)));
    }

    List<Projection> projections() {
        List<Projection> projections = new ArrayList<>();
        names.forEach((value, name) -> projections.add(new Projection(value, name)));
        return projections;
    }
}
