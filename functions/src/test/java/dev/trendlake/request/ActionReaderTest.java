package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.StepCondition;
import dev.trendlake.trend.StepCondition.HrefMatches;
import dev.trendlake.trend.StepCondition.NameIs;
import dev.trendlake.trend.StepCondition.PropertiesMeet;
import dev.trendlake.trend.StepCondition.SelectorMatches;
import dev.trendlake.trend.StepCondition.TagIs;
import dev.trendlake.trend.StepCondition.TextMatches;
import dev.trendlake.trend.StepCondition.UrlMatches;
import dev.trendlake.trend.TextMatching;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of actions: spec: actions and cohorts, 1. */
class ActionReaderTest {

    private static List<ActionStep> steps(String steps) {
        Question question = Question.of("{'actions': [{'id': 5}]}");
        Entity entity =
                new TrendFilterReader()
                        .read(
                                question.parameters(),
                                question.project(),
                                new SampleDefinitions().action(5, steps),
                                Instant.parse(question.now()))
                        .series()
                        .getFirst()
                        .entity();
        return ((Entity.ActionEvents) entity).action().steps();
    }

    private static List<StepCondition> conditions(String step) {
        return steps("[" + step + "]").getFirst().conditions();
    }

    @Test
    void matchesEveryEventWithoutSteps() {
        assertThat(steps("[]")).isEmpty();
        assertThat(conditions("{'event': null, 'url': '', 'properties': []}")).isEmpty();
    }

    @Test
    void readsEachStepForItself() {
        assertThat(steps("[{'event': 'a'}, {'event': 'b'}]"))
                .containsExactly(
                        new ActionStep(List.of(new NameIs("a"))),
                        new ActionStep(List.of(new NameIs("b"))));
    }

    @Test
    void looksAtElementsOfClicksAlone() {
        String parts =
                "'selector': 'div > a', 'tag_name': 'a', 'href': '/x', 'text': 'Buy',"
                        + " 'text_matching': 'regex', 'href_matching': 'contains'";
        assertThat(conditions("{'event': '$pageview', " + parts + "}"))
                .containsExactly(new NameIs("$pageview"));
        assertThat(conditions("{'event': '$autocapture', " + parts + "}"))
                .containsExactly(
                        new NameIs("$autocapture"),
                        new SelectorMatches("div > a"),
                        new TagIs("a"),
                        new HrefMatches(TextMatching.CONTAINS, "/x"),
                        new TextMatches(TextMatching.REGEX, "Buy"));
    }

    @Test
    void looksForPartsOfAddressesAndForWholeTexts() {
        assertThat(conditions("{'url': '/pay'}"))
                .containsExactly(new UrlMatches(TextMatching.CONTAINS, "/pay"));
        assertThat(conditions("{'url': '/pay', 'url_matching': 'exact'}"))
                .containsExactly(new UrlMatches(TextMatching.EXACT, "/pay"));
        assertThat(conditions("{'event': '$autocapture', 'text': 'Buy', 'text_matching': null}"))
                .contains(new TextMatches(TextMatching.EXACT, "Buy"));
    }

    @Test
    void readsPropertiesWithTheirCohorts() {
        assertThat(conditions("{'properties': [{'key': 'id', 'value': 1, 'type': 'cohort'}]}"))
                .singleElement()
                .isInstanceOf(PropertiesMeet.class);
    }

    @ParameterizedTest
    @CsvSource({"url", "href", "text"})
    void refusesRegularExpressionsThatTheEngineWould(String part) {
        String step =
                "{'event': '$autocapture', '%1$s': '(?=a)', '%1$s_matching': 'regex'}"
                        .formatted(part);

        assertThatThrownBy(() -> conditions(step))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        error ->
                                assertThat(error.attribute())
                                        .isEqualTo("actions__0__id__steps__0__" + part))
                .hasMessage("Invalid regular expression");
    }
}
