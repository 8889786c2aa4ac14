package dev.trendlake.hogql;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Ends the reading of an expression that would take more stack than there is. */
final class DepthLimit implements ParseTreeListener {
    private static final int DEEPEST = 300;
    private static final int DEEPEST_TREE = 400;

    private int depth;

    static HogQlException exceeded(int position) {
        return new HogQlException("The expression is nested too deeply.", position);
    }

    /**
     * Ends the reading where what was read is too deep, though nothing in it is enclosed: in {@code
     * a - b - c} each operator has all before it on its left.
     */
    static void check(ParserRuleContext tree) {
        Deque<Place> left = new ArrayDeque<>();
        left.push(new Place(tree, 0));
        while (!left.isEmpty()) {
            Place place = left.pop();
            if (place.depth() > DEEPEST_TREE) {
                throw exceeded(place.tree().getStart().getStartIndex());
            }
            for (int i = 0; i < place.tree().getChildCount(); i++) {
                if (place.tree().getChild(i) instanceof ParserRuleContext child) {
                    left.push(new Place(child, place.depth() + 1));
                }
            }
        }
    }

    private record Place(ParserRuleContext tree, int depth) {}

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
