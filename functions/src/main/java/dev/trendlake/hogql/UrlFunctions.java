package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import java.util.Map;

/** Functions of addresses; a part that is not there is an empty text. */
final class UrlFunctions {
    private static final String HOST = "^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:]*)";

    // Up to the first slash that is not one of two which stand before a host.
    private static final String TO_PATH = "^[^/]*(?://[^/]*|(?=/(?!/)))";

    // Each takes its first group out of the address.
    private static final Map<String, String> PARTS =
            Map.of(
                    "domain", HOST,
                    "domainWithoutWWW",
                            "^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/?#@]*@)?(?:www[.])?([^/?#:]*)",
                    "topLevelDomain",
                            "^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/?#@]*@)?[^/?#:]*[.]([^/?#:.]*[^/?#:.0-9][^/?#:.]*)",
                    "protocol", "^([a-zA-Z][a-zA-Z0-9+.-]*)://",
                    "path", TO_PATH + "(/[^?#]*)",
                    "pathFull", TO_PATH + "(/.*)",
                    "queryString", "^[^?#]*[?]([^#]*)",
                    "fragment", "#(.*)");

    // Each takes what matches away from the address.
    private static final Map<String, String> CUTS =
            Map.of(
                    "cutQueryString", "[?][^#]*",
                    "cutFragment", "#.*",
                    "cutQueryStringAndFragment", "[?#].*",
                    "cutWWW", "(?<=//)www[.]");

    private UrlFunctions() {}

    static void addTo(FunctionTable table) {
        PARTS.forEach((name, pattern) -> table.add(name, 1, 1, a -> part(a, pattern)));
        CUTS.forEach((name, pattern) -> table.add(name, 1, 1, a -> cut(a.text(0), pattern)));
        table.add("extractURLParameter", 2, 2, UrlFunctions::parameter);
        table.add("decodeURLComponent", 1, 1, UrlFunctions::decoded);
        table.add(
                "encodeURLComponent",
                1,
                1,
                a -> TypedSql.text(call(SqlFunction.URL_ENCODE, a.text(0))));
    }

    private static TypedSql part(Arguments arguments, String pattern) {
        return PatternFunctions.part(arguments, new Text(pattern), 1);
    }

    private static TypedSql cut(SqlExpression address, String pattern) {
        return TypedSql.text(
                call(SqlFunction.REGEXP_REPLACE, address, new Text(pattern), new Text("")));
    }

    private static TypedSql parameter(Arguments arguments) {
        String name = PatternMatch.quoted(arguments.constantText(1));
        return part(arguments, "[?&]" + name + "=([^&#]*)");
    }

    // The engine takes a plus for a blank; ClickHouse leaves it.
    private static TypedSql decoded(Arguments arguments) {
        SqlExpression plain =
                call(SqlFunction.REPLACE, arguments.text(0), new Text("+"), new Text("%2B"));
        return TypedSql.text(call(SqlFunction.TRY, call(SqlFunction.URL_DECODE, plain)));
    }
}
