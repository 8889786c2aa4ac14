package dev.trendlake.plan;

import static dev.trendlake.trend.Questions.eventProperty;
import static dev.trendlake.trend.Questions.personProperty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.project.Project;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortCriterion;
import dev.trendlake.trend.CohortCriterion.Deed;
import dev.trendlake.trend.CohortCriterion.Window;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.StepCondition;
import dev.trendlake.trend.TextMatching;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions of every kind, as the engine's own parser reads them. */
class PlannedConditionsTest {
    private static final Address NOWHERE = new Address("");
    private static final Instant NEW_YEAR = Instant.parse("2020-01-01T00:00:00Z");
    private static final Window DAY = new Window(NEW_YEAR, NEW_YEAR.plusSeconds(86_400));
    private static final Deed SIGN_UP =
            new Deed(new Entity.Event("sign up"), eventProperty("plan", Operator.EXACT, "a'b"));

    static Stream<PropertyFilter> filters() {
        return Stream.of(
                ofElement("selector", Operator.EXACT, "div > a.btn[x='it''s']"),
                ofElement("selector", Operator.IS_NOT, "#buy"),
                ofElement("tag_name", Operator.EXACT, "a"),
                ofElement("href", Operator.ICONTAINS, "/shop"),
                ofElement("text", Operator.NOT_REGEX, "^B"),
                eventProperty("$exception_types", Operator.IS_NOT, "TypeError"),
                eventProperty("at", Operator.GTE, "2020-01-01T00:00:00+02:00"),
                eventProperty("at", Operator.IS_NOT, "2020-01-01T00:00:00Z", "never"),
                new PropertyFilter.DateCondition(
                        new Property.OfEvent("$exception_values"),
                        Operator.IS_DATE_AFTER,
                        NEW_YEAR,
                        "",
                        NOWHERE));
    }

    static Stream<CohortCriterion> criteria() {
        return Stream.of(
                new CohortCriterion.PersonMeets(personProperty("plan", Operator.EXACT, "free")),
                new CohortCriterion.MemberOf(new Cohort(2, "listed", new CohortMembers.Listed(2))),
                new CohortCriterion.Performed(SIGN_UP, DAY, Operator.LTE, 3),
                new CohortCriterion.PerformedFirst(SIGN_UP, DAY),
                new CohortCriterion.PerformedInSequence(SIGN_UP, DAY, SIGN_UP, 60),
                new CohortCriterion.PerformedRegularly(
                        SIGN_UP, List.of(DAY, DAY), 1, Operator.EXACT, 1),
                new CohortCriterion.Stopped(SIGN_UP, DAY, DAY),
                new CohortCriterion.Restarted(SIGN_UP, DAY, DAY));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void filtersAreSqlOfAthena(PropertyFilter filter) throws IOException {
        assertIsSqlOfAthena(condition(filter));
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void criteriaOfCohortsAreSqlOfAthena(CohortCriterion criterion) throws IOException {
        Cohort cohort = meeting(criterion);
        Cohort others = meeting(new CohortCriterion.Not(criterion));

        assertIsSqlOfAthena(condition(new PropertyFilter.InCohort(cohort, true, NOWHERE)));
        assertIsSqlOfAthena(condition(new PropertyFilter.InCohort(others, false, NOWHERE)));
    }

    @ParameterizedTest
    @EnumSource(TextMatching.class)
    void actionsAreSqlOfAthena(TextMatching matching) throws IOException {
        ActionStep step =
                new ActionStep(
                        List.of(
                                new StepCondition.NameIs("$autocapture"),
                                new StepCondition.UrlMatches(matching, "/a'b"),
                                new StepCondition.HrefMatches(matching, "/a'b"),
                                new StepCondition.TextMatches(matching, "a'b"),
                                new StepCondition.TagIs("a'b"),
                                new StepCondition.SelectorMatches("a'b"),
                                new StepCondition.PropertiesMeet(SIGN_UP.filter())));
        Action action = new Action(1, "click", List.of(step, step));

        assertIsSqlOfAthena(new EntityPlanner(columns()).isOf(new Entity.ActionEvents(action)));
    }

    @Test
    void channelsAreSqlOfAthena() throws IOException {
        assertIsSqlOfAthena(ChannelType.initial(columns()).name());
    }

    @Test
    void nobodyIsInACohortWithoutCriteria() {
        Cohort empty = new Cohort(1, "empty", new CohortMembers.Nobody());

        assertThat(condition(new PropertyFilter.InCohort(empty, false, NOWHERE)))
                .isEqualTo(new SqlExpression.Truth(false));
        assertThat(condition(new PropertyFilter.InCohort(empty, true, NOWHERE)))
                .isEqualTo(new SqlExpression.Truth(true));
    }

    @Test
    void everyEventMatchesAnActionWithoutSteps() {
        Entity all = new Entity.ActionEvents(new Action(1, "all", List.of()));

        assertThat(new EntityPlanner(columns()).isOf(all)).isEqualTo(new SqlExpression.Truth(true));
    }

    private static void assertIsSqlOfAthena(SqlExpression condition) throws IOException {
        String sql = "SELECT " + SqlRenderer.render(condition);

        assertThat(AthenaFunctions.known()).containsAll(AthenaFunctions.calledIn(sql));
    }

    private static EventColumns columns() {
        Project project = Questions.project();
        return new EventColumns(
                project,
                Instant.parse("2020-01-04T13:00:00Z"),
                new EventScan(LakeTables.usual(), project));
    }

    private static SqlExpression condition(PropertyFilter filter) {
        return new FilterPlanner(columns()).condition(filter);
    }

    private static Cohort meeting(CohortCriterion criterion) {
        return new Cohort(1, "cohort", new CohortMembers.Meeting(criterion));
    }

    private static PropertyFilter ofElement(String key, Operator operator, String value) {
        return new PropertyFilter.Condition(
                new Property.OfElement(key), operator, new FilterValue.Text(value), NOWHERE);
    }
}
