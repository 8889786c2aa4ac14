package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Series;

final class HogQlMeasure {
    HogQlMeasure(EventColumns columns) {}

    SqlExpression aggregate(HogQlText text, Series series) {
        return new SqlExpression.Null();
    }
}
