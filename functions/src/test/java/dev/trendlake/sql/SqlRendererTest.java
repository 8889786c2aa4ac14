package dev.trendlake.sql;

import static dev.trendlake.sql.SqlRenderer.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.LocalTime;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlRendererTest {
    @Test
    void doublesQuotesInTexts() {
        assertThat(render(new Text("it's '' \\ -- ; \"x\"")))
                .isEqualTo("'it''s '''' \\ -- ; \"x\"'");
    }

    @Test
    void doublesQuotesInNames() {
        assertThat(render(new Column("a\"b"))).isEqualTo("\"a\"\"b\"");
    }

    @Test
    void writesInstantsAsUtcToTheMillisecond() {
        assertThat(render(new Timestamp(Instant.parse("2020-01-04T13:00:01.5Z"))))
                .isEqualTo("TIMESTAMP '2020-01-04 13:00:01.500'");
    }

    @Test
    void writesNumbersAsDoubles() {
        assertThat(render(new Decimal(new BigDecimal("1E+3")))).isEqualTo("DOUBLE '1E+3'");
    }

    @Test
    void bracketsEveryCombination() {
        var either =
                new Logical(
                        Connective.OR,
                        List.of(Conditions.isSet(new Column("a")), Conditions.NEVER));
        assertThat(render(either)).isEqualTo("((NOT (\"a\" IS NULL)) OR FALSE)");
    }

    @Test
    void takesTimestampsAsUtcBeforeTheyGoToAZone() {
        assertThat(render(new LocalTime(new Column("timestamp"), "Asia/Tokyo")))
                .isEqualTo("(with_timezone(\"timestamp\", 'UTC') AT TIME ZONE 'Asia/Tokyo')");
    }

    @Test
    void writesFunctionsInLowerCase() {
        assertThat(render(new Call(SqlFunction.LOWER, new Text("A")))).isEqualTo("lower('A')");
    }

    @Test
    void cannotBeAskedForAnEmptyList() {
        assertThatIllegalArgumentException().isThrownBy(() -> new In(new Column("a"), List.of()));
    }
}
