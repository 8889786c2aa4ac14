package dev.trendlake.hogql;

import static dev.trendlake.hogql.ExpressionBuilder.position;

import dev.trendlake.hogql.HogQlExpression.Arithmetic;
import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Cast;
import dev.trendlake.hogql.HogQlExpression.Comparison;
import dev.trendlake.hogql.HogQlExpression.Distinction;
import dev.trendlake.hogql.HogQlExpression.Element;
import dev.trendlake.hogql.HogQlExpression.Field;
import dev.trendlake.hogql.HogQlExpression.Filtered;
import dev.trendlake.hogql.HogQlExpression.Not;
import dev.trendlake.hogql.HogQlExpression.NullConstant;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.hogql.HogQlExpression.TruthConstant;
import dev.trendlake.hogql.HogQlExpression.TupleElement;
import dev.trendlake.hogql.grammar.HogQlSyntaxBaseVisitor;
import dev.trendlake.hogql.grammar.HogQlSyntaxLexer;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ArrayContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.CallContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.CasesContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.CastContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ComparedContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.DistinctionContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ElementContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ElementIfAnyContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.EverythingContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.FallbackContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.FieldContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.IntervalContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.IntervalTextContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.LambdaContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.LambdaInParenthesesContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.MemberAccessContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NegationContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NegativeContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NotCallContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NullConstantContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NullTestContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NumberConstantContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ParenthesesContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.PlaceholderContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ProductContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ShortCastContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.SumContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.TextConstantContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.TrimContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.TupleElementContext;
import dev.trendlake.sql.ArithmeticOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;

/** Makes an expression of what the grammar found: constants, fields, functions and operators. */
final class OperandBuilder extends HogQlSyntaxBaseVisitor<HogQlExpression> {
    private final ExpressionBuilder values;

    OperandBuilder(ExpressionBuilder values) {
        this.values = values;
    }

    HogQlExpression build(ParserRuleContext tree) {
        return values.within(tree, this);
    }

    @Override
    public HogQlExpression visitNumberConstant(NumberConstantContext context) {
        return Literals.number(context.number());
    }

    @Override
    public HogQlExpression visitTextConstant(TextConstantContext context) {
        return new TextConstant(Literals.text(context.TEXT().getText()), position(context));
    }

    @Override
    public HogQlExpression visitNullConstant(NullConstantContext context) {
        return new NullConstant(position(context));
    }

    @Override
    public HogQlExpression visitField(FieldContext context) {
        List<String> chain = new ArrayList<>();
        chain.add(Literals.name(context.identifier()));
        context.member().forEach(name -> chain.add(Literals.name(name)));
        String only = chain.getFirst().toLowerCase(Locale.ROOT);
        if (context.getText().endsWith("*")) {
            chain.add("*");
        } else if (chain.size() == 1 && (only.equals("true") || only.equals("false"))) {
            return new TruthConstant(only.equals("true"), position(context));
        }
        return new Field(chain, position(context));
    }

    @Override
    public HogQlExpression visitEverything(EverythingContext context) {
        return new Field(List.of("*"), position(context));
    }

    @Override
    public HogQlExpression visitCall(CallContext context) {
        Call call =
                new Call(
                        Literals.name(context.identifier()),
                        context.parameters() == null
                                ? List.of()
                                : values.all(context.parameters().values()),
                        values.all(context.values()),
                        context.DISTINCT() != null,
                        position(context));
        return context.filter() == null
                ? call
                : new Filtered(call, values.build(context.filter().value()), position(context));
    }

    @Override
    public HogQlExpression visitNotCall(NotCallContext context) {
        return new Call("not", List.of(), values.all(context.values()), false, position(context));
    }

    @Override
    public HogQlExpression visitCases(CasesContext context) {
        return values.cases(context);
    }

    @Override
    public HogQlExpression visitCast(CastContext context) {
        return new Cast(
                values.build(context.value()),
                Literals.type(context.type()),
                context.function.getType() == HogQlSyntaxLexer.TRY_CAST,
                position(context));
    }

    @Override
    public HogQlExpression visitShortCast(ShortCastContext context) {
        String type = Literals.name(context.identifier()).toLowerCase(Locale.ROOT);
        return new Cast(build(context.operand()), type, false, position(context));
    }

    @Override
    public HogQlExpression visitIntervalText(IntervalTextContext context) {
        return Intervals.of(Literals.text(context.TEXT().getText()), position(context));
    }

    @Override
    public HogQlExpression visitInterval(IntervalContext context) {
        return Intervals.of(
                build(context.operand()), context.identifier().getText(), position(context));
    }

    @Override
    public HogQlExpression visitTrim(TrimContext context) {
        String name =
                switch (context.side.getType()) {
                    case HogQlSyntaxLexer.LEADING -> "trimLeft";
                    case HogQlSyntaxLexer.TRAILING -> "trimRight";
                    default -> "trim";
                };
        int position = position(context);
        HogQlExpression characters =
                new TextConstant(Literals.text(context.TEXT().getText()), position);
        return new Call(name, position, values.build(context.value()), characters);
    }

    @Override
    public HogQlExpression visitArray(ArrayContext context) {
        return new HogQlExpression.Array(values.all(context.values()), position(context));
    }

    @Override
    public HogQlExpression visitElement(ElementContext context) {
        return new Element(
                build(context.operand()), values.build(context.value()), position(context));
    }

    @Override
    public HogQlExpression visitElementIfAny(ElementIfAnyContext context) {
        return new Element(
                build(context.operand()), values.build(context.value()), position(context));
    }

    @Override
    public HogQlExpression visitTupleElement(TupleElementContext context) {
        return new TupleElement(
                build(context.operand()),
                Literals.index(context.DIGITS().getText(), position(context)),
                position(context));
    }

    @Override
    public HogQlExpression visitMemberAccess(MemberAccessContext context) {
        HogQlExpression member =
                new TextConstant(Literals.name(context.member()), position(context));
        return new Element(build(context.operand()), member, position(context));
    }

    @Override
    public HogQlExpression visitNegative(NegativeContext context) {
        HogQlExpression zero = new NumberConstant(BigDecimal.ZERO, true, position(context));
        return new Arithmetic(
                ArithmeticOperator.SUBTRACT, zero, build(context.operand()), position(context));
    }

    @Override
    public HogQlExpression visitProduct(ProductContext context) {
        return new Arithmetic(
                Objects.requireNonNull(Literals.ARITHMETIC.get(context.operator.getText())),
                build(context.operand(0)),
                build(context.operand(1)),
                position(context));
    }

    @Override
    public HogQlExpression visitSum(SumContext context) {
        HogQlExpression left = build(context.operand(0));
        HogQlExpression right = build(context.operand(1));
        String operator = context.operator.getText();
        return operator.equals("||")
                ? Literals.joined(left, right, position(context))
                : new Arithmetic(
                        Objects.requireNonNull(Literals.ARITHMETIC.get(operator)),
                        left,
                        right,
                        position(context));
    }

    @Override
    public HogQlExpression visitCompared(ComparedContext context) {
        return new Comparison(
                Literals.comparison(context.comparison()),
                build(context.operand(0)),
                build(context.operand(1)),
                position(context));
    }

    @Override
    public HogQlExpression visitNullTest(NullTestContext context) {
        return new Comparison(
                context.NOT() == null ? HogQlComparison.EQUAL : HogQlComparison.NOT_EQUAL,
                build(context.operand()),
                new NullConstant(position(context)),
                position(context));
    }

    @Override
    public HogQlExpression visitDistinction(DistinctionContext context) {
        return new Distinction(
                build(context.operand(0)),
                build(context.operand(1)),
                context.NOT() != null,
                position(context));
    }

    @Override
    public HogQlExpression visitFallback(FallbackContext context) {
        return new Call(
                "ifNull", position(context), build(context.operand(0)), build(context.operand(1)));
    }

    @Override
    public HogQlExpression visitNegation(NegationContext context) {
        return new Not(build(context.operand()), position(context));
    }

    @Override
    public HogQlExpression visitParentheses(ParenthesesContext context) {
        return values.parentheses(context);
    }

    @Override
    public HogQlExpression visitLambda(LambdaContext context) {
        return values.lambda(context);
    }

    @Override
    public HogQlExpression visitLambdaInParentheses(LambdaInParenthesesContext context) {
        return values.lambda(context);
    }

    @Override
    public HogQlExpression visitPlaceholder(PlaceholderContext context) {
        return values.placeholder(context);
    }
}
