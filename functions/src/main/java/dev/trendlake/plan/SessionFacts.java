package dev.trendlake.plan;

import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Frame;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.util.List;

/**
 * What is known of an event's session from all of its events, whatever their names (spec: trends,
 * 3.4 and 4.5). An event without a session has a duration of 0, and nothing else.
 */
final class SessionFacts {
    private static final String ENTRY = "$entry_";
    private static final String END = "$end_";
    private static final int LONGEST_BOUNCE = 10;

    private final EventColumns columns;
    private final EventScan scan;

    SessionFacts(EventColumns columns, EventScan scan) {
        this.columns = columns;
        this.scan = scan;
    }

    /** A fact by the wire's name; a property of the session's first event for other names. */
    TypedValue value(String key) {
        return switch (key) {
            case "$session_duration" -> number(duration());
            case "$start_timestamp" -> time(SqlFunction.MIN);
            case "$end_timestamp" -> time(SqlFunction.MAX);
            case "$pageview_count" -> number(count("$pageview"));
            case "$autocapture_count" -> number(count("$autocapture"));
            case "$screen_count" -> number(count("$screen"));
            case "$num_uniq_urls" -> number(uniqueUrls());
            case "$is_bounce" -> columns.typed(bounce(), PropertyType.BOOLEAN);
            case "$channel_type" -> columns.text(inSession(channel().name()));
            case "$exit_current_url" -> columns.text(last("$current_url"));
            case "$exit_pathname" -> columns.text(last("$pathname"));
            case "$session_id", "session_id", "id" -> columns.text(session());
            default -> named(key);
        };
    }

    private ChannelType channel() {
        return new ChannelType(
                first("utm_source"),
                first("utm_medium"),
                first("utm_campaign"),
                first("$referring_domain"),
                first("gclid"),
                first("gad_source"),
                first("fbclid"));
    }

    private TypedValue named(String key) {
        if (key.startsWith(ENTRY)) {
            return columns.text(first(eventKey(key.substring(ENTRY.length()))));
        }
        if (key.startsWith(END)) {
            return columns.text(last(eventKey(key.substring(END.length()))));
        }
        return columns.text(first(key));
    }

    // Campaign parameters have no dollar sign in events.
    private static String eventKey(String name) {
        return switch (name) {
            case "current_url", "pathname", "referring_domain", "hostname", "referrer" ->
                    "$" + name;
            case "host" -> "$host";
            default -> name;
        };
    }

    /** The value of an event property at the session's first event that has it. */
    private SqlExpression first(String eventKey) {
        return atEdge(SqlFunction.MIN_BY, eventKey);
    }

    private SqlExpression last(String eventKey) {
        return atEdge(SqlFunction.MAX_BY, eventKey);
    }

    private SqlExpression atEdge(SqlFunction function, String eventKey) {
        Column value = scan.eventProperty(eventKey);
        SqlExpression isPresent =
                Conditions.all(
                        List.of(
                                Conditions.isSet(value),
                                Conditions.compare(
                                        value, ComparisonOperator.NOT_EQUAL, new Text(""))));
        SqlExpression time = new Case(List.of(new When(isPresent, timestamp())), new Null());
        return inSession(over(function, value, time));
    }

    private SqlExpression duration() {
        SqlExpression seconds =
                new Arithmetic(
                        ArithmeticOperator.SUBTRACT,
                        wholeSeconds(over(SqlFunction.MAX, timestamp())),
                        wholeSeconds(over(SqlFunction.MIN, timestamp())));
        return new Case(List.of(new When(new IsNull(session()), new Whole(0))), seconds);
    }

    private static SqlExpression wholeSeconds(SqlExpression timestamp) {
        SqlExpression seconds = new Call(SqlFunction.TO_UNIXTIME, timestamp);
        return new Cast(new Call(SqlFunction.FLOOR, seconds), SqlType.BIGINT, false);
    }

    private SqlExpression count(String event) {
        return inSession(
                over(
                        SqlFunction.COUNT_IF,
                        Conditions.equal(columns.stored("event"), new Text(event))));
    }

    private SqlExpression uniqueUrls() {
        SqlExpression isView =
                new In(
                        columns.stored("event"),
                        List.of(new Text("$pageview"), new Text("$screen")));
        SqlExpression url =
                new Case(List.of(new When(isView, scan.eventProperty("$current_url"))), new Null());
        SqlExpression urls = over(SqlFunction.ARRAY_AGG, url);
        SqlExpression distinct = new Call(SqlFunction.ARRAY_DISTINCT, urls);
        SqlExpression present =
                new Call(
                        SqlFunction.FILTER,
                        distinct,
                        new SqlExpression.Lambda(
                                List.of("url"), Conditions.isSet(new Column("url"))));
        return inSession(new Call(SqlFunction.CARDINALITY, present));
    }

    // A visit of one page, without a click, of less than ten seconds; unknown without any page.
    private SqlExpression bounce() {
        SqlExpression views =
                new Arithmetic(ArithmeticOperator.ADD, count("$pageview"), count("$screen"));
        SqlExpression isLonger =
                Conditions.any(
                        List.of(
                                above(views, 1),
                                above(count("$autocapture"), 0),
                                above(duration(), LONGEST_BOUNCE - 1)));
        return new Case(
                List.of(
                        new When(new IsNull(session()), new Null()),
                        new When(Conditions.equal(views, new Whole(0)), new Null()),
                        new When(isLonger, new Text("false"))),
                new Text("true"));
    }

    private static SqlExpression above(SqlExpression number, long limit) {
        return Conditions.compare(number, ComparisonOperator.GREATER, new Whole(limit));
    }

    private TypedValue time(SqlFunction function) {
        return columns.typed(
                inSession(UtcText.of(over(function, timestamp()))), PropertyType.DATE_TIME);
    }

    private TypedValue number(SqlExpression number) {
        return columns.typed(new Cast(number, SqlType.VARCHAR, false), PropertyType.NUMERIC);
    }

    private SqlExpression inSession(SqlExpression value) {
        return new Case(List.of(new When(new IsNull(session()), new Null())), value);
    }

    private Column over(SqlFunction function, SqlExpression... arguments) {
        // Events without a session are spread: together they could be most of all events.
        SqlExpression spread =
                new Case(List.of(new When(new IsNull(session()), timestamp())), new Null());
        return scan.window(
                "of_session",
                new Window(
                        function,
                        List.of(arguments),
                        List.of(session(), spread),
                        List.of(),
                        Frame.USUAL));
    }

    private Column session() {
        scan.looksAtSessions();
        return columns.stored("session_id");
    }

    private Column timestamp() {
        return columns.stored("timestamp");
    }
}
