package dev.trendlake.hogql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.plan.AthenaFunctions;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.HogQlText;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HogQlTranslatorTest {
    private static final HogQlTranslator TRANSLATOR =
            new HogQlTranslator(new SampleScope(ZoneId.of("Europe/Berlin"), DayOfWeek.SUNDAY));

    @Test
    void usesOnlyFunctionsOfAthena() throws IOException {
        RandomExpressions random = new RandomExpressions(20_261_123);
        Set<String> called = new TreeSet<>();
        for (int round = 0; round < 1_000; round++) {
            String expression = random.next(1 + round % 3);
            try {
                called.addAll(AthenaFunctions.calledIn("SELECT " + text(expression)));
            } catch (HogQlException refused) {
                assertThat(refused.getMessage())
                        .isIn(
                                "The expression must be true or false.",
                                "SQL indexes start from one, not from zero. E.g: array[1]");
            }
        }

        assertThat(AthenaFunctions.known()).containsAll(called);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{team_id} * 5|Unresolved placeholder: {team_id}",
                "{ a.b }|Unresolved placeholder: {a.b}",
                "nowhere|Unable to resolve field: nowhere",
                "team_id|Unable to resolve field: team_id",
                "person.nothing|Unable to resolve field: person.nothing",
                "lenght('a')|Unsupported function call 'lenght(...)'. Perhaps you meant"
                        + " 'length(...)'?",
                "sparkle(1)|Unsupported function call 'sparkle(...)'",
                "lower()|Function 'lower': at least 1 arguments expected.",
                "lower('a', 'b')|Function 'lower': at most 1 arguments expected.",
                "count()|Aggregate function 'count(...)' can be used in math_hogql only.",
                "x -> x|A lambda can be an argument of an array function only.",
                "event in cohort 1|Only person_id can be in a cohort: write 'person_id in cohort"
                        + " 1'.",
                "person_id in cohort 7|Could not find the cohort that is named.",
                "matchesAction('nothing')|Could not find the action that is named.",
                "toTimeZone(timestamp, 'Mars/Base')|Function 'toTimeZone': unknown time zone"
                        + " 'Mars/Base'.",
                "arrayMap(x -> nowhere, [1])|Unable to resolve field: nowhere",
                "cast(1 as Polygon)|Unsupported type: polygon",
                "(1, 2).3|A tuple of 2 has no element 3.",
                "formatDateTime(timestamp, '%!')|Function 'formatDateTime': unknown pattern '%!'.",
            })
    void refusesWithAReason(String expression, String message) {
        assertThatThrownBy(() -> text(expression))
                .isInstanceOf(HogQlException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event =~ '('", "match(event, '(?=a)')", "extract(event, '[')"})
    void refusesExpressionsThatRe2Refuses(String expression) {
        assertThatThrownBy(() -> text(expression))
                .isInstanceOf(HogQlException.class)
                .hasMessageStartingWith("Invalid regular expression");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "properties.price|The property price must be inside of an aggregate function, like"
                        + " sum(...) or any(...).",
                "event|The field event must be inside of an aggregate function, like sum(...) or"
                        + " any(...).",
                "sum(count())|Aggregate function 'count(...)' can be used in math_hogql only.",
                "arrayMap(x -> count(), [1])|Aggregate function 'count(...)' can't be within a"
                        + " lambda.",
                "quantile(2)(properties.price)|Function 'quantile': its parameter must lie between"
                        + " 0 and 1.",
                "sum()|Function 'sum': at least 1 arguments expected.",
                "lower('a') filter (where true)|Function 'lower': no aggregate.",
            })
    void refusesAggregatesThatMakeNoSense(String expression, String message) {
        assertThatThrownBy(() ->
                        TRANSLATOR.aggregation(HogQlText.of(expression), "in", Conditions.ALWAYS))
                .isInstanceOf(HogQlException.class)
                .hasMessage(message);
    }

    @Test
    void writesTextsOfUsersAsLiteralsOnly() {
        assertThat(text("concat('it''s; --', properties.plan)"))
                .isEqualTo("concat('it''s; --', coalesce(\"plan\", ''))");
    }

    @Test
    void comparesWithoutNull() {
        assertThat(condition("properties.plan = 'pro'"))
                .isEqualTo("(NOT (\"plan\" IS DISTINCT FROM 'pro'))");
        assertThat(condition("properties.price > 9"))
                .startsWith("coalesce((")
                .endsWith(" > DOUBLE '9'), FALSE)");
    }

    @Test
    void countsOnlyTheRowsOfItsSeries() {
        HogQlAggregation aggregation =
                TRANSLATOR.aggregation(
                        HogQlText.of("sumIf(properties.price, event = 'open') / count()"),
                        "first",
                        new SqlExpression.Column("in_series_1"));

        assertThat(aggregation.inputs())
                .extracting(input -> input.name())
                .containsExactly("first_1", "first_2");
        assertThat(SqlRenderer.render(aggregation.value()))
                .isEqualTo(
                        "(coalesce(sum(\"first_2\") FILTER (WHERE (\"in_series_1\" AND"
                                + " \"first_1\")), DOUBLE '0') / CAST(count(*) FILTER (WHERE"
                                + " \"in_series_1\") AS double))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(%s between 1 and 2)",
                "(%s in (1, 'a'))",
                "((%s, 1) in ((1, 2), (3, 4)))",
                "arraySlice([%s], 1)[1]",
                "toString(%s)",
                "round(%s)",
                "formatDateTime(toDateTime(%s), '%%Y %%u')",
                "toStartOfInterval(toDateTime(%s), toIntervalHour(2))",
                "arrayFirst(x -> x = 1, [%s])",
                "[1, 2][%s]",
                "nullIf(%s, 'a')",
                "case %s when 1 then 2 when 'a' then 3 else 4 end",
                "arrayAvg(x -> x, [%s])"
            })
    void staysShortHoweverDeeplyNested(String template) {
        String expression = "properties.plan";
        for (int depth = 0; depth < 18; depth++) {
            expression = template.formatted(expression);
        }
        String nested = expression;
        try {
            assertThat(text(nested)).hasSizeLessThan(100_000);
        } catch (HogQlException refused) {
            assertThat(refused)
                    .message()
                    .containsAnyOf("nested too deeply", "is too long", "true or false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + ", "- ", "'a' || "})
    void translatesWhatIsJustNotTooDeep(String link) {
        String deep = link.repeat(140) + "1";

        assertThat(AthenaFunctions.calledIn("SELECT " + text(deep))).isNotEmpty();
    }

    @Test
    void namesTheActionsAndCohortsThatItRefersTo() {
        HogQlReferences references =
                HogQlReferences.of(
                        HogQlParser.parse(
                                "if(matchesAction('sign up') or matchesAction(3), person_id in"
                                        + " cohort 5, person_id not in cohort 'ours')"));

        assertThat(references.actions())
                .containsExactlyInAnyOrder(
                        new HogQlReferences.Reference.ByName("sign up"),
                        new HogQlReferences.Reference.ById(3));
        assertThat(references.cohorts())
                .containsExactlyInAnyOrder(
                        new HogQlReferences.Reference.ById(5),
                        new HogQlReferences.Reference.ByName("ours"));
        assertThat(references.hasAggregates()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count()",
                "1 + sumIf(properties.a, true)",
                "max(event) filter (where true)"
            })
    void tellsAggregates(String expression) {
        assertThat(HogQlReferences.of(HogQlParser.parse(expression)).hasAggregates()).isTrue();
    }

    private static String text(String expression) {
        return SqlRenderer.render(TRANSLATOR.text(HogQlText.of(expression)));
    }

    private static String condition(String expression) {
        return SqlRenderer.render(TRANSLATOR.condition(HogQlText.of(expression)));
    }
}
