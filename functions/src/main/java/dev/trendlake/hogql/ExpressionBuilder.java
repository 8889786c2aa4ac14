package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Alias;
import dev.trendlake.hogql.HogQlExpression.And;
import dev.trendlake.hogql.HogQlExpression.Between;
import dev.trendlake.hogql.HogQlExpression.Lambda;
import dev.trendlake.hogql.HogQlExpression.Not;
import dev.trendlake.hogql.HogQlExpression.NullConstant;
import dev.trendlake.hogql.HogQlExpression.Or;
import dev.trendlake.hogql.HogQlExpression.Tuple;
import dev.trendlake.hogql.grammar.HogQlSyntaxBaseVisitor;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.AliasedContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.BetweenContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.BranchContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.CasesContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ChoiceContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ConjunctionContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.DisjunctionContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.LambdaContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.LambdaInParenthesesContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NegationContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ParenthesesContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.PlaceholderContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.PlainContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ValueContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ValuesContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes an expression of what the grammar found: conditions, what joins them, and parentheses. */
class ExpressionBuilder extends HogQlSyntaxBaseVisitor<HogQlExpression> {
    /** PostHog's name of {@code case x when ...}. */
    static final String CASE_WITH_SUBJECT = "_caseWithExpression";

    private static final int DEEPEST = 300;

    private final String text;
    private final OperandBuilder operands = new OperandBuilder(this);
    private int depth;

    ExpressionBuilder(String text) {
        this.text = text;
    }

    HogQlExpression build(ParserRuleContext tree) {
        return within(tree, this);
    }

    /** Lets a visitor build what stands in a tree, unless that is nested too deeply. */
    HogQlExpression within(
            ParserRuleContext tree, HogQlSyntaxBaseVisitor<HogQlExpression> visitor) {
        depth++;
        if (depth > DEEPEST) {
            throw DepthLimit.exceeded(position(tree));
        }
        HogQlExpression expression = tree.accept(visitor);
        depth--;
        return expression;
    }

    List<HogQlExpression> all(@Nullable ValuesContext values) {
        return values == null ? List.of() : values.value().stream().map(this::build).toList();
    }

    static int position(ParserRuleContext context) {
        return context.getStart().getStartIndex();
    }

    @Override
    public HogQlExpression visitPlain(PlainContext context) {
        return operands.build(context.operand());
    }

    @Override
    public HogQlExpression visitBetween(BetweenContext context) {
        return between(build(context.value()), context.value(), context);
    }

    // The "not" of "not a between b and c" is read with a, but means the whole.
    private HogQlExpression between(
            HogQlExpression value, ParserRuleContext from, BetweenContext context) {
        ParserRuleContext inner = from instanceof PlainContext plain ? plain.operand() : from;
        if (inner instanceof NegationContext negation
                && value instanceof Not(var condition, var position)) {
            return new Not(between(condition, negation.operand(), context), position);
        }
        return new Between(
                value,
                operands.build(context.operand(0)),
                operands.build(context.operand(1)),
                context.NOT() != null,
                position(context));
    }

    // From right to left, since each joins all that stands before it with one more term.
    @Override
    public HogQlExpression visitConjunction(ConjunctionContext context) {
        Deque<HogQlExpression> terms = new ArrayDeque<>();
        ValueContext rest = context;
        while (rest instanceof ConjunctionContext joined) {
            addConjunction(build(joined.value(1)), terms);
            rest = joined.value(0);
        }
        addConjunction(build(rest), terms);
        return new And(List.copyOf(terms), position(context));
    }

    private static void addConjunction(HogQlExpression term, Deque<HogQlExpression> terms) {
        List<HogQlExpression> parts = term instanceof And(var inner, _) ? inner : List.of(term);
        parts.reversed().forEach(terms::addFirst);
    }

    @Override
    public HogQlExpression visitDisjunction(DisjunctionContext context) {
        Deque<HogQlExpression> terms = new ArrayDeque<>();
        ValueContext rest = context;
        while (rest instanceof DisjunctionContext joined) {
            addDisjunction(build(joined.value(1)), terms);
            rest = joined.value(0);
        }
        addDisjunction(build(rest), terms);
        return new Or(List.copyOf(terms), position(context));
    }

    private static void addDisjunction(HogQlExpression term, Deque<HogQlExpression> terms) {
        List<HogQlExpression> parts = term instanceof Or(var inner, _) ? inner : List.of(term);
        parts.reversed().forEach(terms::addFirst);
    }

    @Override
    public HogQlExpression visitChoice(ChoiceContext context) {
        return new HogQlExpression.Call(
                "if",
                position(context),
                build(context.value(0)),
                build(context.value(1)),
                build(context.value(2)));
    }

    @Override
    public HogQlExpression visitAliased(AliasedContext context) {
        return new Alias(build(context.value()), Literals.name(context.alias()), position(context));
    }

    HogQlExpression parentheses(ParenthesesContext context) {
        ValuesContext values = context.values();
        List<HogQlExpression> elements = all(values);
        return elements.size() == 1 && values.last == null
                ? elements.getFirst()
                : new Tuple(elements, position(context));
    }

    HogQlExpression lambda(LambdaContext context) {
        List<String> parameters =
                context.parameterNames().identifier().stream().map(Literals::name).toList();
        return new Lambda(parameters, build(context.value()), position(context));
    }

    HogQlExpression lambda(LambdaInParenthesesContext context) {
        List<String> parameters = new ArrayList<>();
        for (HogQlExpression parameter : all(context.values())) {
            if (!(parameter instanceof HogQlExpression.Field(var chain, _)) || chain.size() != 1) {
                throw new HogQlException(
                        "Syntax error: what stands before '->' must be names",
                        parameter.position());
            }
            parameters.add(chain.getFirst());
        }
        return new Lambda(parameters, build(context.value()), position(context));
    }

    HogQlExpression placeholder(PlaceholderContext context) {
        String inside =
                text.substring(
                        text.offsetByCodePoints(0, position(context.value())),
                        text.offsetByCodePoints(0, context.value().getStop().getStopIndex() + 1));
        return new HogQlExpression.Placeholder(build(context.value()), inside, position(context));
    }

    HogQlExpression cases(CasesContext context) {
        List<HogQlExpression> arguments = new ArrayList<>();
        if (context.subject != null) {
            arguments.add(build(context.subject));
        }
        for (BranchContext branch : context.branch()) {
            arguments.add(build(branch.condition));
            arguments.add(build(branch.result));
        }
        arguments.add(
                context.otherwise == null
                        ? new NullConstant(position(context))
                        : build(context.otherwise));
        String conditions = context.branch().size() == 1 ? "if" : "multiIf";
        String name = context.subject == null ? conditions : CASE_WITH_SUBJECT;
        return new HogQlExpression.Call(name, List.of(), arguments, false, position(context));
    }
}
