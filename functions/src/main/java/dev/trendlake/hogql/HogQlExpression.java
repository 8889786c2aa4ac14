package dev.trendlake.hogql;

import dev.trendlake.sql.ArithmeticOperator;
import java.math.BigDecimal;
import java.util.List;

/**
 * A HogQL expression, as it is written. Short forms are spelled out: {@code a ?? b} is the function
 * {@code ifNull}, {@code interval 1 day} is {@code toIntervalDay(1)}, a {@code case} is an {@code
 * if}.
 */
public sealed interface HogQlExpression {
    /** Why nothing stands at the place 0. */
    String FROM_ONE = "SQL indexes start from one, not from zero. E.g: array[1]";

    /** Where it begins in its text, counted from 0. */
    int position();

    /** A text. */
    record TextConstant(String value, int position) implements HogQlExpression {}

    /** A number, written with a fraction or exponent unless {@code whole}. */
    record NumberConstant(BigDecimal value, boolean whole, int position)
            implements HogQlExpression {}

    /** Infinity, its opposite or "not a number". */
    record UnboundedConstant(double value, int position) implements HogQlExpression {}

    /** {@code true} or {@code false}. */
    record TruthConstant(boolean value, int position) implements HogQlExpression {}

    /** {@code null}. */
    record NullConstant(int position) implements HogQlExpression {}

    /** A name, or names joined by dots; at least one. */
    record Field(List<String> chain, int position) implements HogQlExpression {
        /** Copies the list and checks its size. */
        public Field {
            chain = List.copyOf(chain);
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("a field without name");
            }
        }
    }

    /** A function of values: {@code quantile(0.9)(x)} has a parameter. */
    record Call(
            String name,
            List<HogQlExpression> parameters,
            List<HogQlExpression> arguments,
            boolean distinct,
            int position)
            implements HogQlExpression {
        /** Copies the lists. */
        public Call {
            parameters = List.copyOf(parameters);
            arguments = List.copyOf(arguments);
        }

        /** A function without parameters. */
        Call(String name, int position, HogQlExpression... arguments) {
            this(name, List.of(), List.of(arguments), false, position);
        }
    }

    /** An aggregate of the rows alone that meet a condition. */
    record Filtered(Call call, HogQlExpression condition, int position)
            implements HogQlExpression {}

    /** Two numbers combined. */
    record Arithmetic(
            ArithmeticOperator operator, HogQlExpression left, HogQlExpression right, int position)
            implements HogQlExpression {}

    /** Two values compared. */
    record Comparison(
            HogQlComparison operator, HogQlExpression left, HogQlExpression right, int position)
            implements HogQlExpression {}

    /** {@code is distinct from}, or with {@code not}. */
    record Distinction(HogQlExpression left, HogQlExpression right, boolean negated, int position)
            implements HogQlExpression {}

    /** Whether a value lies between two others, both included, or does not. */
    record Between(
            HogQlExpression value,
            HogQlExpression low,
            HogQlExpression high,
            boolean negated,
            int position)
            implements HogQlExpression {}

    /** Every one of these holds; at least two. */
    record And(List<HogQlExpression> terms, int position) implements HogQlExpression {
        /** Copies the list. */
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** One of these holds; at least two. */
    record Or(List<HogQlExpression> terms, int position) implements HogQlExpression {
        /** Copies the list. */
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** A condition turned round. */
    record Not(HogQlExpression condition, int position) implements HogQlExpression {}

    /** A value with a name, which changes nothing. */
    record Alias(HogQlExpression value, String name, int position) implements HogQlExpression {}

    /** A function of the elements of an array. */
    record Lambda(List<String> parameters, HogQlExpression body, int position)
            implements HogQlExpression {
        /** Copies the list. */
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** A list in brackets. */
    record Array(List<HogQlExpression> elements, int position) implements HogQlExpression {
        /** Copies the list. */
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A list in parentheses. */
    record Tuple(List<HogQlExpression> elements, int position) implements HogQlExpression {
        /** Copies the list. */
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /** An element of an array or a member of a document: {@code a['b']}, {@code f(x).b}. */
    record Element(HogQlExpression container, HogQlExpression key, int position)
            implements HogQlExpression {
        /** Refuses the place before the first. */
        public Element {
            if (key instanceof NumberConstant(var place, _, _) && place.signum() == 0) {
                throw new HogQlException(FROM_ONE, position);
            }
        }
    }

    /** An element of a tuple, or of a document's list: {@code a.1}. */
    record TupleElement(HogQlExpression tuple, int index, int position) implements HogQlExpression {
        /** Refuses the place before the first. */
        public TupleElement {
            if (index == 0) {
                throw new HogQlException(FROM_ONE, position);
            }
        }
    }

    /** A value as another type, whose name is in small letters. */
    record Cast(HogQlExpression value, String type, boolean forgiving, int position)
            implements HogQlExpression {}

    /** {@code {x}}: to be filled in by somebody else. */
    record Placeholder(HogQlExpression value, String text, int position)
            implements HogQlExpression {}
}
