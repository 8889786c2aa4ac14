package dev.trendlake.hogql;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Ends the reading of an expression that would take more stack than there is. */
final class DepthLimit implements ParseTreeListener {
    private static final int DEEPEST = 300;

    private int depth;

    static HogQlException exceeded(int position) {
        return new HogQlException("The expression is nested too deeply.", position);
    }

    @Override
    public void enterEveryRule(ParserRuleContext context) {
        depth++;
        if (depth > DEEPEST) {
            throw exceeded(context.getStart().getStartIndex());
        }
    }

    @Override
    public void exitEveryRule(ParserRuleContext context) {
        depth--;
    }

    @Override
    public void visitTerminal(TerminalNode node) {}

    @Override
    public void visitErrorNode(ErrorNode node) {}
}
