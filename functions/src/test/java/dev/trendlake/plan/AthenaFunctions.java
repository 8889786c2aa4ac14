package dev.trendlake.plan;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DefaultTraversalVisitor;
import io.trino.sql.tree.FunctionCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads statements with the engine's own parser, and knows the functions that Athena has. */
public final class AthenaFunctions {
    private static final Path LIST =
            Path.of("../local/src/main/resources/dev/trendlake/local/athena/functions.txt");

    private AthenaFunctions() {}

    /** The functions that Athena has. */
    public static Set<String> known() throws IOException {
        return Set.copyOf(Files.readAllLines(LIST));
    }

    /** The functions that a statement calls. */
    public static Set<String> calledIn(String sql) {
        Set<String> called = new TreeSet<>();
        new DefaultTraversalVisitor<Set<String>>() {
            @Override
            protected @Nullable Void visitFunctionCall(FunctionCall node, Set<String> names) {
                names.add(node.getName().getSuffix());
                return super.visitFunctionCall(node, names);
            }
        }.process(new SqlParser().createStatement(sql), called);
        return called;
    }
}
