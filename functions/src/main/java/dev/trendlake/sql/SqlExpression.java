package dev.trendlake.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A value in a statement. User text stands in {@link Text} and nowhere else. A tree that the engine
 * would refuse by its form can't be made.
 */
public sealed interface SqlExpression {
    /** A column of the row at hand. */
    record Column(String name) implements SqlExpression {}

    /** A text. */
    record Text(String value) implements SqlExpression {}

    /** A whole number. */
    record Whole(long value) implements SqlExpression {}

    /** A number as a double, whatever its fraction. */
    record Decimal(BigDecimal value) implements SqlExpression {}

    /** {@code TRUE} or {@code FALSE}. */
    record Truth(boolean value) implements SqlExpression {}

    /** {@code NULL}. */
    record Null() implements SqlExpression {}

    /** An instant as the lake writes it: a timestamp without zone, in UTC, to the millisecond. */
    record Timestamp(Instant value) implements SqlExpression {}

    /** Two values compared. */
    record Comparison(ComparisonOperator operator, SqlExpression left, SqlExpression right)
            implements SqlExpression {}

    /** Two numbers combined. */
    record Arithmetic(ArithmeticOperator operator, SqlExpression left, SqlExpression right)
            implements SqlExpression {}

    /** Conditions combined; at least two. */
    record Logical(Connective connective, List<SqlExpression> terms) implements SqlExpression {
        /** Copies the list and checks its size. */
        public Logical {
            terms = List.copyOf(terms);
            if (terms.size() < 2) {
                throw new IllegalArgumentException(connective + " of " + terms.size() + " terms");
            }
        }
    }

    /** A condition turned round. */
    record Not(SqlExpression condition) implements SqlExpression {}

    /** Whether a value is NULL. */
    record IsNull(SqlExpression value) implements SqlExpression {}

    /** Whether two values differ; NULL differs from everything but itself. Never NULL. */
    record Differs(SqlExpression left, SqlExpression right) implements SqlExpression {}

    /** Whether a value is one of these; at least one. */
    record In(SqlExpression value, List<SqlExpression> choices) implements SqlExpression {
        /** Copies the list and checks its size. */
        public In {
            choices = List.copyOf(choices);
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("one of no values");
            }
        }
    }

    /** Whether a value lies between two others, both included. */
    record Between(SqlExpression value, SqlExpression low, SqlExpression high)
            implements SqlExpression {}

    /** Whether a text is like a pattern, whose escape character is the backslash. */
    record Like(SqlExpression value, SqlExpression pattern) implements SqlExpression {}

    /** A function of values; only such as {@link SqlFunction} names. */
    record Call(SqlFunction function, List<SqlExpression> arguments) implements SqlExpression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        /** A function of these values. */
        public Call(SqlFunction function, SqlExpression... arguments) {
            this(function, List.of(arguments));
        }
    }

    /** A function of the values of many rows, of those alone that meet the filter. */
    record Aggregate(
            SqlFunction function,
            List<SqlExpression> arguments,
            boolean distinct,
            SqlExpression filter)
            implements SqlExpression {
        /** Copies the list. */
        public Aggregate {
            arguments = List.copyOf(arguments);
        }
    }

    /** A function of the rows around, each in its partition. */
    record Window(
            SqlFunction function,
            List<SqlExpression> arguments,
            List<SqlExpression> partitionBy,
            List<Order> orderBy,
            Frame frame)
            implements SqlExpression {
        /** Takes as many rows as the engine does when nothing is said. */
        public Window(
                SqlFunction function,
                List<SqlExpression> arguments,
                List<SqlExpression> partitionBy,
                List<Order> orderBy) {
            this(function, arguments, partitionBy, orderBy, Frame.USUAL);
        }

        /** Copies the lists. */
        public Window {
            arguments = List.copyOf(arguments);
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    /** The result of the first condition that holds, or else {@code otherwise}; at least one. */
    record Case(List<When> whens, SqlExpression otherwise) implements SqlExpression {
        /** Copies the list and checks its size. */
        public Case {
            whens = List.copyOf(whens);
            if (whens.isEmpty()) {
                throw new IllegalArgumentException("a case without conditions");
            }
        }
    }

    /** A condition and what it gives. */
    record When(SqlExpression condition, SqlExpression result) {}

    /** A value as another type; NULL in place of failure when {@code forgiving}. */
    record Cast(SqlExpression value, SqlType type, boolean forgiving) implements SqlExpression {}

    /** A timestamp of the lake, in UTC, as a local time of a zone. */
    record LocalTime(SqlExpression timestamp, String zone) implements SqlExpression {}

    /** A function of the elements of an array: its parameters are columns in its body. */
    record Lambda(List<String> parameters, SqlExpression body) implements SqlExpression {
        /** Copies the list. */
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** A list of values. */
    record Array(List<SqlExpression> elements) implements SqlExpression {
        /** Copies the list. */
        public Array {
            elements = List.copyOf(elements);
        }
    }
}
