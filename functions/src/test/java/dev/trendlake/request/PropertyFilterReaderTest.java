package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Address;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.FilterValue.Many;
import dev.trendlake.trend.FilterValue.Nothing;
import dev.trendlake.trend.FilterValue.Numeric;
import dev.trendlake.trend.FilterValue.Text;
import dev.trendlake.trend.FilterValue.Truth;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.PropertyFilter.Condition;
import dev.trendlake.trend.PropertyFilter.DateCondition;
import dev.trendlake.trend.PropertyFilter.HogQlHolds;
import dev.trendlake.trend.PropertyFilter.InCohort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties: their types, operators and values. Spec: trends, 4.2 to 4.5. */
class PropertyFilterReaderTest {
    private static final Address FIRST = new Address("properties__0");

    private static FilterValue value(String members) {
        return ((Condition) filter("'key': 'k', " + members)).value();
    }

    private static PropertyFilter filter(String members) {
        return Question.filtered("{" + members + "}").filter();
    }

    private static Property subject(String members) {
        return ((Condition) filter("'value': 'v', " + members)).property();
    }

    private static Numeric number(String digits) {
        return new Numeric(new BigDecimal(digits));
    }

    @Test
    void readsTypes() {
        assertThat(subject("'key': 'k'")).isEqualTo(new Property.OfEvent("k"));
        assertThat(subject("'key': 'k', 'type': null")).isEqualTo(new Property.OfEvent("k"));
        assertThat(subject("'key': 'k', 'type': 'event'")).isEqualTo(new Property.OfEvent("k"));
        assertThat(subject("'key': 'k', 'type': 'events'")).isEqualTo(new Property.OfEvent("k"));
        assertThat(subject("'key': '$feature/f', 'type': 'feature'"))
                .isEqualTo(new Property.OfEvent("$feature/f"));
        assertThat(subject("'key': 'k', 'type': 'person'")).isEqualTo(new Property.OfPerson("k"));
        assertThat(subject("'key': 'k', 'type': 'session'")).isEqualTo(new Property.OfSession("k"));
        assertThat(subject("'key': 'created_at', 'type': 'person_metadata'"))
                .isEqualTo(new Property.PersonMetadata("created_at"));
        assertThat(subject("'key': 'k', 'type': 'group', 'group_type_index': '4'"))
                .isEqualTo(new Property.OfGroup(4, "k"));
        assertThat(subject("'key': 'tag_name', 'type': 'element'"))
                .isEqualTo(new Property.OfElement("tag_name"));
        assertThat(subject("'key': 'event', 'type': 'event_metadata'"))
                .isEqualTo(new Property.EventMetadata("event"));
        assertThat(filter("'key': 'a = 1', 'type': 'hogql'"))
                .isEqualTo(new HogQlHolds(HogQlText.of("a = 1"), FIRST));
    }

    @Test
    void readsCohorts() {
        assertThat(filter("'key': 'id', 'value': 3, 'type': 'cohort'"))
                .isEqualTo(
                        new InCohort(new Cohort(3, "", new CohortMembers.Nobody()), false, FIRST));
        assertThat(filter("'key': 'id', 'value': '3', 'type': 'static-cohort', 'operator': 'in'"))
                .isEqualTo(
                        new InCohort(new Cohort(3, "", new CohortMembers.Nobody()), false, FIRST));
        assertThat(
                        filter(
                                "'key': 'id', 'value': 3, 'type': 'precalculated-cohort',"
                                        + " 'operator': 'not_in'"))
                .isEqualTo(
                        new InCohort(new Cohort(3, "", new CohortMembers.Nobody()), true, FIRST));
        assertThat(filter("'key': 'id', 'value': 3, 'type': 'cohort', 'negation': true"))
                .isEqualTo(
                        new InCohort(new Cohort(3, "", new CohortMembers.Nobody()), true, FIRST));
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {
                "BETWEEN",
                "NOT_BETWEEN",
                "IN",
                "NOT_IN",
                "ICONTAINS_MULTI",
                "NOT_ICONTAINS_MULTI",
                "IS_SET",
                "IS_NOT_SET",
                "IS_DATE_EXACT",
                "IS_DATE_BEFORE",
                "IS_DATE_AFTER",
                "SEMVER_WILDCARD",
                "FLAG_EVALUATES_TO"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void readsOperatorsOfOneValue(Operator operator) {
        String word = operator.name().toLowerCase(java.util.Locale.ROOT);
        assertThat(filter("'key': 'k', 'value': '1.2.3', 'operator': '" + word + "'"))
                .isEqualTo(
                        new Condition(
                                new Property.OfEvent("k"), operator, new Text("1.2.3"), FIRST));
    }

    @Test
    void readsValuesAsTheyWereWritten() {
        assertThat(value("'value': 'a'")).isEqualTo(new Text("a"));
        assertThat(value("'value': 'true'")).isEqualTo(new Text("true"));
        assertThat(value("'value': ''")).isEqualTo(new Text(""));
        assertThat(value("'value': true")).isEqualTo(new Truth(true));
        assertThat(value("'value': 13")).isEqualTo(number("13"));
        assertThat(value("'value': 13.0")).isEqualTo(number("13.0"));
        assertThat(value("'value': 12345678901234567890.5"))
                .isEqualTo(number("12345678901234567890.5"));
        assertThat(value("'value': ['a', 1, false]"))
                .isEqualTo(new Many(List.of(new Text("a"), number("1"), new Truth(false))));
    }

    @Test
    void readsAListOfOneAsItsElement() {
        assertThat(value("'value': ['a']")).isEqualTo(new Text("a"));
        assertThat(value("'value': [null, 'a', null]")).isEqualTo(new Text("a"));
        assertThat(value("'values': ['a', 'b']"))
                .isEqualTo(new Many(List.of(new Text("a"), new Text("b"))));
        assertThat(value("'value': ['a'], 'operator': 'in'"))
                .isEqualTo(new Many(List.of(new Text("a"))));
        assertThat(value("'value': 'a', 'operator': 'not_in'"))
                .isEqualTo(new Many(List.of(new Text("a"))));
        assertThat(value("'value': 'a', 'operator': 'icontains_multi'"))
                .isEqualTo(new Many(List.of(new Text("a"))));
    }

    @Test
    void ignoresTheValueOfPresence() {
        assertThat(value("'operator': 'is_set'")).isEqualTo(new Nothing());
        assertThat(value("'value': 'is_not_set', 'operator': 'is_not_set'"))
                .isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'key': 'k'",
                "'key': 'k', 'value': null",
                "'value': 'v'",
                "'key': null, 'value': 'v'",
                "'key': 'k', 'value': 'v', 'type': 'no such type'",
                "'key': 'k', 'value': 'v', 'type': 'group'",
                "'key': 'id', 'type': 'cohort'",
                "'key': 'k', 'value': []",
                "'key': 'k', 'value': [null], 'operator': 'is_not'",
                "'key': 'k', 'value': [], 'operator': 'gt'",
                "'key': 'k', 'value': [], 'operator': 'is_date_after'",
                "'key': 'k', 'operator': 'is_date_after'",
                "'key': 'k', 'operator': 'between'",
                "'key': 'f', 'value': true, 'type': 'flag', 'operator': 'flag_evaluates_to'"
            })
    void filtersNothingWhereSomethingIsMissing(String members) {
        assertThat(filter(members)).isEqualTo(PropertyFilter.everything());
    }

    @Test
    void looksForTheTextOfAnEmptyListInTexts() {
        assertThat(value("'value': [], 'operator': 'icontains'")).isEqualTo(new Text("[]"));
        assertThat(value("'value': [], 'operator': 'not_icontains'")).isEqualTo(new Text("[]"));
    }

    @Test
    void readsRanges() {
        assertThat(value("'value': [1, 2.5], 'operator': 'between'"))
                .isEqualTo(new Many(List.of(number("1"), number("2.5"))));
        assertThat(value("'value': ['3', 3], 'operator': 'not_between'"))
                .isEqualTo(new Many(List.of(number("3"), number("3"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02, 2020-01-02T00:00:00Z",
        "2020-01-02T10:00:00+01:00, 2020-01-02T09:00:00Z",
        "-7d, 2019-12-28T13:00:01Z",
        "-1h, 2020-01-04T12:00:01Z",
        "dStart, 2020-01-04T00:00:00Z"
    })
    void resolvesDates(String text, Instant instant) {
        assertThat(filter("'key': 'k', 'value': '" + text + "', 'operator': 'is_date_before'"))
                .isEqualTo(
                        new DateCondition(
                                new Property.OfEvent("k"),
                                Operator.IS_DATE_BEFORE,
                                instant,
                                text.startsWith("2020") ? "" : text,
                                FIRST));
    }

    @Test
    void readsDatesInTheProjectsZone() {
        Question question =
                Question.filtered(
                        "{'key': 'k', 'value': '2020-01-02', 'operator': 'is_date_exact'}");
        assertThat(((DateCondition) question.in("Asia/Kathmandu").filter()).instant())
                .isEqualTo("2020-01-01T18:15:00Z");
    }

    @Test
    void readsKeysOfGroupsAsTexts() {
        String type = "'key': '$group_0', 'type': 'event_metadata', 'value': ";
        assertThat(((Condition) filter(type + "13.0")).value()).isEqualTo(new Text("13"));
        assertThat(((Condition) filter(type + "[100, 'a']")).value())
                .isEqualTo(new Many(List.of(new Text("100"), new Text("a"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'value': 1, 'operator': 'between' | value | between operator requires a"
                        + " two-element array [min, max]",
                "'value': [], 'operator': 'between' | value | between operator requires a"
                        + " two-element array [min, max]",
                "'value': [1, 2, 3], 'operator': 'not_between' | value | not_between operator"
                        + " requires a two-element array [min, max]",
                "'value': [2, 1], 'operator': 'between' | value | between operator requires min"
                        + " value to be less than or equal to max value",
                "'value': ['a', 1], 'operator': 'not_between' | value | not_between operator"
                        + " requires numeric values",
                "'value': ['NaN', true], 'operator': 'between' | value | between operator requires"
                        + " numeric values",
                "'value': '(', 'operator': 'regex' | value | Invalid regular expression",
                "'value': '(?=a)', 'operator': 'regex' | value | Invalid regular expression",
                "'value': 'a\\\\', 'operator': 'not_regex' | value | Invalid regular expression",
                "'value': ['a', '['], 'operator': 'regex' | value__1 | Invalid regular expression",
                "'value': 1, 'operator': 'semver_tilde' | value | Tilde operator requires a semver"
                        + " string value",
                "'value': 'a', 'operator': 'semver_tilde' | value | Tilde operator requires a valid"
                        + " semver string (e.g., '1.2.3')",
                "'value': 'abc.def', 'operator': 'semver_caret' | value | Caret operator requires a"
                        + " valid semver string (e.g., '1.2.3')",
                "'value': '*', 'operator': 'semver_wildcard' | value | Wildcard operator requires a"
                        + " valid semver string (e.g., '1.2.3')",
                "'value': '.*', 'operator': 'semver_wildcard' | value | Wildcard operator requires"
                        + " a valid semver string (e.g., '1.2.3')",
                "'value': 'x', 'operator': 'semver_gt' | value | semver_gt operator requires a"
                        + " valid semver string (e.g., '1.2.3')",
                "'value': 'v', 'type': 'person_metadata' | key | Unsupported person_metadata field",
            })
    void refusesInPostHogsWords(String members, String member, String detail) {
        assertThat(Question.filtered("{'key': 'k', " + members + "}").refusal())
                .hasMessage(detail)
                .extracting("attribute")
                .isEqualTo("properties__0__" + member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'value': 'v', 'operator': 'like' | operator",
                "'value': 'v', 'operator': 'EXACT' | operator",
                "'value': 'v', 'operator': 'flag_evaluates_to' | operator",
                "'value': {} | value",
                "'value': [[1]] | value__0",
                "'value': 1e999999999 | value",
                "'value': 'no', 'operator': 'is_date_after' | value",
                "'value': ['-1d', '-'], 'operator': 'is_date_after' | value__1",
                "'value': '-99999999999y', 'operator': 'is_date_after' | value",
                "'value': 5, 'operator': 'is_date_exact' | value",
                "'value': 'v', 'type': 'group', 'group_type_index': 5 | group_type_index",
                "'value': 'v', 'type': 'recording' | type",
                "'value': 'v', 'type': 'element' | key",
                "'value': 'mine', 'type': 'cohort' | value",
                "'value': [1, 'x'], 'type': 'cohort' | value__1",
            })
    void namesTheMemberThatIsWrong(String members, String member) {
        assertThat(Question.filtered("{'key': 'k', " + members + "}").refusal().attribute())
                .isEqualTo("properties__0__" + member);
    }

    @Test
    void comparesSelectorsByEqualityAlone() {
        assertThat(
                        Question.filtered(
                                        "{'key': 'selector', 'value': 'a', 'type': 'element',"
                                                + " 'operator': 'icontains'}")
                                .refusal()
                                .attribute())
                .isEqualTo("properties__0__operator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(a{32}){32}",
                "(([a-z(]{40}\\\\d){2,40})*",
                "x{900}{900}",
                "(\\\\Q(\\\\Ea{40}){40}"
            })
    void refusesExpressionsThatGrow(String expression) {
        assertThat(matching(expression).refusal()).hasMessage("Invalid regular expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{30}){30}",
                "a{1000}b{1000}(c{500}|d{600})",
                "[{]{1000}",
                "\\\\x{10000}{3}\\\\p{Greek}{7}",
                "[[:alpha:]{900}]{900}",
                "a{2000",
                "^$"
            })
    void takesExpressionsThatDoNot(String expression) {
        assertThat(matching(expression).filter()).isInstanceOf(Condition.class);
    }

    @Test
    void takesLongExpressionsInShortTime() {
        assertThat(matching("a{1000}".repeat(700)).filter()).isInstanceOf(Condition.class);
        assertThat(matching("(".repeat(4_000) + ")".repeat(4_000)).refusal())
                .hasMessage("Invalid regular expression");
    }

    private static Question matching(String expression) {
        return Question.filtered(
                "{'key': 'k', 'value': '" + expression + "', 'operator': 'regex'}");
    }
}
