package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Address;
import dev.trendlake.trend.FilterValue.Text;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.PropertyFilter.All;
import dev.trendlake.trend.PropertyFilter.Any;
import dev.trendlake.trend.PropertyFilter.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, groups and the old form of {@code properties}: spec: trends, 1.1 and 4.4. */
class FilterTreeReaderTest {

    private static PropertyFilter filter(String properties) {
        return Question.with("properties", properties).read().filter();
    }

    private static Condition condition(String key, Operator operator, String address) {
        return new Condition(
                new Property.OfEvent(key), operator, new Text("v"), new Address(address));
    }

    private static Condition condition(String key, String address) {
        return condition(key, Operator.EXACT, address);
    }

    private static All all(PropertyFilter... filters) {
        return new All(List.of(filters));
    }

    @Test
    void readsAListAsOneGroup() {
        assertThat(filter("[{'key': 'a', 'value': 'v'}, {'key': 'b', 'value': 'v'}]"))
                .isEqualTo(
                        all(all(condition("a", "properties__0"), condition("b", "properties__1"))));
    }

    @Test
    void wrapsAFlatGroup() {
        assertThat(filter("{'type': 'OR', 'values': [{'key': 'a', 'value': 'v'}]}"))
                .isEqualTo(all(new Any(List.of(condition("a", "properties__values__0")))));
    }

    @Test
    void keepsNestedGroups() {
        String properties =
                """
                {'type': 'OR', 'values': [
                  {'type': 'AND', 'values': [{'key': 'a', 'value': 'v'}]},
                  {'type': 'or', 'values': []}]}
                """;
        assertThat(filter(properties))
                .isEqualTo(
                        new Any(
                                List.of(
                                        all(condition("a", "properties__values__0__values__0")),
                                        new Any(List.of()))));
    }

    @Test
    void readsTheOldForm() {
        assertThat(filter("{'utm__icontains': 'v', 'plan': 'v'}"))
                .isEqualTo(
                        all(
                                all(
                                        condition(
                                                "utm",
                                                Operator.ICONTAINS,
                                                "properties__utm__icontains"),
                                        condition("plan", "properties__plan"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'null'", "[]", "{}", "'[]'", "'{}'"})
    void filtersNothingWhenEmpty(String properties) {
        assertThat(filter(properties)).isEqualTo(PropertyFilter.everything());
        assertThat(Question.with("properties", properties).read().echo())
                .doesNotContainKey("properties");
    }

    @Test
    void takesThePropertiesOfTheQueryStringFirst() {
        Question question = Question.filtered("{'key': 'a', 'value': 'v'}");
        assertThat(question.inQueryString("properties", "").read().filter())
                .isEqualTo(all(all(condition("a", "properties__0"))));
        assertThat(
                        question.inQueryString("properties", "[{'key': 'b', 'value': 'v'}]")
                                .read()
                                .filter())
                .isEqualTo(all(all(condition("b", "properties__0"))));
    }

    @Test
    void addsTheTestAccountsAsOneGroup() {
        Question question =
                Question.filtered("{'key': 'a', 'value': 'v'}")
                        .testAccounts("[{'key': 'b', 'value': 'v'}]");
        All both =
                all(
                        all(condition("a", "properties__0")),
                        all(condition("b", "filter_test_accounts__0")));
        assertThat(question.and("filter_test_accounts", "true").read().filter()).isEqualTo(both);
        assertThat(question.and("filter_test_accounts", "'true'").read().filter()).isEqualTo(both);
        assertThat(question.and("filter_test_accounts", "'yes'").read().filter())
                .isEqualTo(all(all(condition("a", "properties__0"))));
        assertThat(question.testAccounts("[]").and("filter_test_accounts", "true").read().filter())
                .isEqualTo(all(all(condition("a", "properties__0"))));
    }

    @Test
    void addsAFilterOnTheGroupThatIsCounted() {
        assertThat(Question.with("aggregation_group_type_index", "'1'").read().filter())
                .isEqualTo(
                        all(
                                all(
                                        new Condition(
                                                new Property.OfEvent("$group_1"),
                                                Operator.IS_NOT,
                                                new Text(""),
                                                new Address("aggregation_group_type_index")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'garbage' | properties | Properties are unparsable!",
                "5 | properties | Properties are unparsable!",
                "[{'key': 'a', 'value': 'v'}, {'type': 'AND', 'values': []}] | properties |"
                        + " Property list cannot contain both PropertyGroup and Property objects",
                "{'type': 'AND', 'values': [{'key': 'a', 'value': 'v'}, {'type': 'AND', 'values':"
                        + " []}]} | properties__values | Property list cannot contain both"
                        + " PropertyGroup and Property objects",
                "{'type': 'XOR', 'values': []} | properties__type | PropertyGroup is unparsable:"
                        + " type must be AND or OR",
                "{'type': 'AND', 'values': 'v'} | properties__values | PropertyGroup is unparsable:"
                        + " values must be a list",
            })
    void refusesWhatIsNoFilter(String properties, String attribute, String detail) {
        assertThat(Question.with("properties", properties).refusal())
                .hasMessage(detail)
                .extracting("attribute")
                .isEqualTo(attribute);
    }

    @Test
    void refusesQueryStringsThatAreNoJson() {
        assertThat(Question.of("{'events': ['a']}").inQueryString("properties", "[{").refusal())
                .hasMessage("Properties are unparsable!");
    }

    @Test
    void refusesGroupsNestedTooDeeply() {
        assertThat(Question.with("properties", nested(64)).read().filter()).isNotNull();
        assertThat(Question.with("properties", nested(65)).refusal())
                .hasMessageContaining("64 deep");
        assertThat(Question.with("properties", "'" + "[".repeat(100_000) + "'").refusal())
                .hasMessage("Properties are unparsable!");
    }

    private static String nested(int depth) {
        return "{'type': 'AND', 'values': [".repeat(depth) + "]}".repeat(depth);
    }
}
