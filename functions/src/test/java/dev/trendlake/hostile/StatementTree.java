package dev.trendlake.hostile;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DefaultTraversalVisitor;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Statement;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.util.AstUtils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as the engine's own parser reads it. */
record StatementTree(Statement statement) {
    static StatementTree of(String sql) {
        return new StatementTree(new SqlParser().createStatement(sql));
    }

    /** Whether two statements differ in nothing but what their texts hold. */
    boolean hasShapeOf(StatementTree other) {
        return AstUtils.treeEqual(statement, other.statement, StatementTree::texts);
    }

    // Null stands for: look at the nodes themselves.
    private static @Nullable Boolean texts(Node left, Node right) {
        if (left instanceof StringLiteral && right instanceof StringLiteral) {
            return true;
        }
        return null;
    }

    /** What the texts of the statement hold. */
    List<String> texts() {
        List<String> found = new ArrayList<>();
        new DefaultTraversalVisitor<List<String>>() {
            @Override
            protected @Nullable Void visitStringLiteral(StringLiteral node, List<String> texts) {
                texts.add(node.getValue());
                return null;
            }
        }.process(statement, found);
        return found;
    }
}
