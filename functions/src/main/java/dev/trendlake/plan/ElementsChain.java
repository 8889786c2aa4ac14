package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be read off the text of an event's clicked elements (spec: actions and cohorts, 2). */
final class ElementsChain {
    private static final String VALUE = "=\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Text HREF = new Text("(?s)[:\"]href" + VALUE);
    private static final Text TEXT = new Text("(?s)[:\"]text" + VALUE);
    private static final Column ONE = new Column("one_text");
    private static final int LONGEST_SELECTOR = 10_000;

    private final SqlExpression chain;

    ElementsChain(EventColumns columns) {
        chain = new Call(SqlFunction.COALESCE, columns.stored("elements_chain"), new Text(""));
    }

    /** The first link; empty without one. */
    SqlExpression href() {
        SqlExpression first = new Call(SqlFunction.REGEXP_EXTRACT, chain, HREF, new Whole(1));
        return new Call(SqlFunction.COALESCE, unescaped(first), new Text(""));
    }

    /** The condition holds for the text of some element. */
    SqlExpression someText(UnaryOperator<SqlExpression> condition) {
        SqlExpression texts = new Call(SqlFunction.REGEXP_EXTRACT_ALL, chain, TEXT, new Whole(1));
        Lambda holds = new Lambda(List.of(ONE.name()), condition.apply(unescaped(ONE)));
        return Conditions.certainly(new Call(SqlFunction.ANY_MATCH, texts, holds));
    }

    /** Some element has this tag. */
    SqlExpression hasTag(String tag) {
        return matches("(?:^|;)" + SelectorPattern.quoted(tag) + "(?:[.;:]|$)");
    }

    /** Some element is what a selector selects. */
    SqlExpression isSelected(String selector) {
        if (selector.length() > LONGEST_SELECTOR) {
            return Conditions.NEVER;
        }
        Selector parsed = SelectorParser.parse(selector);
        return parsed.parts().isEmpty() ? Conditions.ALWAYS : matches(SelectorPattern.of(parsed));
    }

    private SqlExpression matches(String expression) {
        return new Call(SqlFunction.REGEXP_LIKE, chain, new Text(expression));
    }

    private static SqlExpression unescaped(SqlExpression value) {
        return new Call(SqlFunction.REPLACE, value, new Text("\\\""), new Text("\""));
    }
}
