package dev.trendlake.local.athena;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.AtLocal;
import io.trino.sql.tree.AutoGroupBy;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.Explain;
import io.trino.sql.tree.ExplainAnalyze;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.FunctionSpecification;
import io.trino.sql.tree.JsonTable;
import io.trino.sql.tree.MatchPredicate;
import io.trino.sql.tree.MethodCall;
import io.trino.sql.tree.Nearest;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.OverlapsPredicate;
import io.trino.sql.tree.Pivot;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.SessionProperty;
import io.trino.sql.tree.Statement;
import io.trino.sql.tree.StaticMethodCall;
import io.trino.sql.tree.TableFunctionInvocation;
import io.trino.sql.tree.UniquePredicate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement that Athena's parser would take, in the form that the engine understands alike.
 *
 * @param subtype {@code SELECT} or {@code EXPLAIN}
 * @param engineSql what the engine is given
 * @param unknownFunction why the query will fail, when it calls a function that Athena lacks
 */
record CheckedStatement(String subtype, String engineSql, Optional<AthenaError> unknownFunction) {
    /** What the engine's parser knows and Athena's does not. */
    private static final Set<Class<? extends Node>> NEWER =
            Set.of(
                    AtLocal.class,
                    AutoGroupBy.class,
                    FunctionSpecification.class,
                    JsonTable.class,
                    MatchPredicate.class,
                    MethodCall.class,
                    Nearest.class,
                    OverlapsPredicate.class,
                    Pivot.class,
                    SessionProperty.class,
                    StaticMethodCall.class,
                    TableFunctionInvocation.class,
                    UniquePredicate.class);

    private static final SqlParser PARSER = new SqlParser();

    /**
     * Checks the syntax, as {@code StartQueryExecution} does at once.
     *
     * @throws Refusal {@code MALFORMED_QUERY}
     */
    static CheckedStatement of(String sql) throws Refusal {
        Statement statement = parse(sql);
        List<Node> nodes = nodesOf(statement).toList();
        refuseNewer(nodes);
        return new CheckedStatement(
                subtypeOf(statement),
                DecimalLiterals.asDoubles(sql, literalsIn(nodes)),
                unknownFunctionIn(nodes));
    }

    private static Statement parse(String sql) throws Refusal {
        try {
            return PARSER.createStatement(sql);
        } catch (ParsingException e) {
            throw (Refusal) malformed(String.valueOf(e.getMessage())).initCause(e);
        }
    }

    private static String subtypeOf(Statement statement) throws Refusal {
        return switch (statement) {
            case Query query -> "SELECT";
            case Explain explain when explain.getStatement() instanceof Query -> "EXPLAIN";
            case ExplainAnalyze explain when explain.getStatement() instanceof Query -> "EXPLAIN";
            default -> throw malformed("Queries of this type are not supported");
        };
    }

    private static void refuseNewer(List<Node> nodes) throws Refusal {
        Optional<Node> newer =
                nodes.stream().filter(node -> NEWER.contains(node.getClass())).findFirst();
        if (newer.isPresent()) {
            throw malformed(position(newer.get()) + ": mismatched input");
        }
    }

    private static Optional<AthenaError> unknownFunctionIn(List<Node> nodes) {
        return nodes.stream()
                .filter(FunctionCall.class::isInstance)
                .map(FunctionCall.class::cast)
                .filter(call -> !AthenaFunctions.contains(call.getName().toString()))
                .findFirst()
                .map(call ->
                        AthenaError.functionMissing(position(call), call.getName().toString()));
    }

    private static List<NodeLocation> literalsIn(List<Node> nodes) {
        return nodes.stream()
                .filter(DecimalLiteral.class::isInstance)
                .flatMap(literal -> literal.getLocation().stream())
                .toList();
    }

    private static Stream<Node> nodesOf(Node root) {
        return Stream.concat(
                Stream.of(root), root.getChildren().stream().flatMap(CheckedStatement::nodesOf));
    }

    private static String position(Node node) {
        return node.getLocation()
                .map(at -> "line " + at.getLineNumber() + ":" + at.getColumnNumber())
                .orElse("line 1:1");
    }

    private static Refusal malformed(String message) {
        return Refusal.invalid("MALFORMED_QUERY", message);
    }
}
