package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortCriterion;
import dev.trendlake.trend.CohortCriterion.Window;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cohorts: spec: actions and cohorts, 3. Now is 2020-01-15, 13:00 in Berlin. */
class CohortReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String PERSON = "{'key': 'name', 'value': 'p', 'type': 'person'}";
    private static final String NOT_PERSON =
            "{'key': 'name', 'value': 'p', 'type': 'person', 'negation': true}";
    private static final String DEED =
            "'key': 'buy', 'type': 'behavioral', 'event_type': 'events', ";

    private static Cohort read(SampleDefinitions definitions) {
        DateReader dates = new DateReader(Instant.parse("2020-01-15T12:00:00Z"), BERLIN);
        return new CohortReader(definitions, dates)
                .read(new Field(Question.json("9"), new Address("id")));
    }

    private static CohortMembers members(String properties) {
        return read(new SampleDefinitions().cohort(9, properties)).members();
    }

    private static CohortCriterion criterion(String property) {
        return ((CohortMembers.Meeting) members("[" + property + "]")).criterion();
    }

    private static CohortCriterion deed(String members) {
        return criterion("{" + DEED + members + "}");
    }

    private static InvalidRequest refusal(SampleDefinitions definitions) {
        return catchThrowableOfType(InvalidRequest.class, () -> read(definitions));
    }

    private static Window days(String first, String afterLast) {
        return new Window(start(first), start(afterLast));
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
    }

    @Test
    void listsTheMembersOfAStaticCohort() {
        Cohort cohort =
                read(
                        new SampleDefinitions()
                                .add(new CohortDefinition(9, "list", true, "{}", "[]")));
        assertThat(cohort).isEqualTo(new Cohort(9, "list", new CohortMembers.Listed(9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'type': 'OR', 'values': []}]",
                "[{'key': 'buy', 'type': 'behavioral', 'value': 'performed_event'}]"
            })
    void holdsNobodyWithoutCriteria(String properties) {
        assertThat(members(properties)).isEqualTo(new CohortMembers.Nobody());
    }

    @Test
    void asksForPropertiesOfPeople() {
        assertThat(criterion(PERSON)).isInstanceOf(CohortCriterion.PersonMeets.class);
        assertThat(members("[" + PERSON + ", " + NOT_PERSON + "]"))
                .extracting("criterion")
                .isInstanceOfSatisfying(
                        CohortCriterion.AllOf.class,
                        all ->
                                assertThat(all.criteria().getLast())
                                        .isInstanceOf(CohortCriterion.Not.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + NOT_PERSON + "]",
                "[" + NOT_PERSON + ", " + NOT_PERSON + "]",
                "[{'type': 'OR', 'values': [" + PERSON + ", " + NOT_PERSON + "]}]"
            })
    void refusesNegationAtTheTop(String properties) {
        assertThat(refusal(new SampleDefinitions().cohort(9, properties)))
                .hasMessage("Top level condition cannot be negated");
    }

    @Test
    void holdsOtherCohortsWhole() {
        assertThat(criterion("{'key': 'id', 'value': 2, 'type': 'cohort'}"))
                .isInstanceOfSatisfying(
                        CohortCriterion.MemberOf.class,
                        member -> assertThat(member.cohort().name()).isEqualTo("cohort 2"));
    }

    @Test
    void refusesLoops() {
        SampleDefinitions loop =
                new SampleDefinitions()
                        .cohort(9, "[{'key': 'id', 'value': 8, 'type': 'cohort'}]")
                        .cohort(8, "[{'key': 'id', 'value': 9, 'type': 'cohort'}]");
        assertThat(refusal(loop)).hasMessage("Cohorts cannot reference other cohorts in a loop.");
    }

    @Test
    void refusesLoopsThroughActions() {
        SampleDefinitions loop =
                new SampleDefinitions()
                        .cohort(
                                9,
                                "[{'key': 7, 'type': 'behavioral', 'event_type': 'actions',"
                                        + " 'value': 'performed_event', 'time_value': 1,"
                                        + " 'time_interval': 'day'}]")
                        .action(
                                7,
                                "[{'properties': [{'key': 'id', 'value': 9, 'type': 'cohort'}]}]");
        assertThat(refusal(loop)).hasMessage("Cohorts cannot reference other cohorts in a loop.");
    }

    @Test
    void refusesCohortsWithoutEnd() {
        SampleDefinitions tree = new SampleDefinitions();
        for (int id = 9; id < 29; id++) {
            String next = "{'key': 'id', 'value': %d, 'type': 'cohort'}".formatted(id + 1);
            tree.cohort(id, "[" + next + ", " + next + "]");
        }
        assertThat(refusal(tree.cohort(29, "[]")))
                .hasMessage("a question may use up to 200 cohorts");
    }

    @ParameterizedTest
    @CsvSource({
        "1, day, 2020-01-14",
        "2, week, 2020-01-01",
        "1, month, 2019-12-15",
        "1, year, 2019-01-15",
    })
    void looksBackWholeDaysToTheEndOfToday(int count, String unit, String first) {
        CohortCriterion criterion =
                deed(
                        "'value': 'performed_event', 'time_value': '%d', 'time_interval': '%s'"
                                .formatted(count, unit));
        CohortCriterion.Performed performed = (CohortCriterion.Performed) criterion;
        assertThat(performed.window()).isEqualTo(days(first, "2020-01-16"));
        assertThat(performed.deed().entity()).isEqualTo(new Entity.Event("buy"));
        assertThat(performed.operator()).isEqualTo(Operator.GTE);
        assertThat(performed.count()).isEqualTo(1);
    }

    @Test
    void looksBackToADate() {
        for (String date : new String[] {"-30d", "2019-12-16"}) {
            CohortCriterion criterion =
                    deed("'value': 'performed_event', 'explicit_datetime': '" + date + "'");
            assertThat(((CohortCriterion.Performed) criterion).window())
                    .isEqualTo(days("2019-12-16", "2020-01-16"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gte, GTE",
        "lte, LTE",
        "gt, GT",
        "lt, LT",
        "eq, EXACT",
        "exact, EXACT",
        "'', EXACT"
    })
    void countsDeeds(String word, Operator operator) {
        CohortCriterion criterion =
                deed(
                        "'value': 'performed_event_multiple', 'operator': '%s', 'time_value': 1,"
                                        .formatted(word)
                                + " 'time_interval': 'day', 'operator_value': 3");
        assertThat(criterion).extracting("operator", "count").containsExactly(operator, 3L);
    }

    @Test
    void readsFirstTimes() {
        assertThat(
                        deed(
                                "'value': 'performed_event_first_time', 'time_value': 1,"
                                        + " 'time_interval': 'week'"))
                .isInstanceOfSatisfying(
                        CohortCriterion.PerformedFirst.class,
                        first ->
                                assertThat(first.window())
                                        .isEqualTo(days("2020-01-08", "2020-01-16")));
    }

    @Test
    void readsSequences() {
        assertThat(
                        deed(
                                "'value': 'performed_event_sequence', 'time_value': 7,"
                                        + " 'time_interval': 'day', 'seq_event': 'pay',"
                                        + " 'seq_event_type': 'events', 'seq_time_value': 2,"
                                        + " 'seq_time_interval': 'month'"))
                .isInstanceOfSatisfying(
                        CohortCriterion.PerformedInSequence.class,
                        sequence -> {
                            assertThat(sequence.next().entity()).isEqualTo(new Entity.Event("pay"));
                            assertThat(sequence.withinSeconds()).isEqualTo(5_184_000);
                        });
    }

    @Test
    void readsPeriodsThatEndYesterday() {
        assertThat(
                        deed(
                                "'value': 'performed_event_regularly', 'time_value': 1,"
                                        + " 'time_interval': 'week', 'min_periods': 2,"
                                        + " 'total_periods': 3, 'operator': 'gte',"
                                        + " 'operator_value': 4"))
                .isInstanceOfSatisfying(
                        CohortCriterion.PerformedRegularly.class,
                        regularly -> {
                            assertThat(regularly.windows())
                                    .containsExactly(
                                            days("2020-01-08", "2020-01-15"),
                                            days("2020-01-01", "2020-01-08"),
                                            days("2019-12-25", "2020-01-01"));
                            assertThat(regularly.atLeast()).isEqualTo(2);
                            assertThat(regularly.count()).isEqualTo(4);
                        });
    }

    @Test
    void readsWhoStoppedAndWhoCameBack() {
        String windows =
                ", 'time_value': 30, 'time_interval': 'day', 'seq_time_value': 1,"
                        + " 'seq_time_interval': 'week'";
        Window recent = days("2020-01-08", "2020-01-16");
        CohortCriterion stopped = deed("'value': 'stopped_performing_event'" + windows);
        assertThat(stopped)
                .extracting("did", "didNot")
                .containsExactly(days("2019-12-16", "2020-01-16"), recent);
        assertThat(deed("'value': 'restarted_performing_event'" + windows))
                .extracting("pause", "again")
                .containsExactly(days("2019-12-16", "2020-01-08"), recent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'value': 'performed_event', 'time_value': -1, 'time_interval': 'day'",
                "'value': 'performed_event', 'time_value': 'x', 'time_interval': 'day'",
                "'value': 'performed_event_multiple', 'time_value': 1, 'time_interval': 'day',"
                        + " 'operator': 'in', 'operator_value': 1",
                "'value': 'performed_event_regularly', 'time_value': 1, 'time_interval': 'day',"
                        + " 'min_periods': 4, 'total_periods': 3",
                "'value': 'stopped_performing_event', 'time_value': 1, 'time_interval': 'day',"
                        + " 'seq_time_value': 2, 'seq_time_interval': 'day'",
            })
    void refusesWhatCanNotBe(String members) {
        assertThat(refusal(new SampleDefinitions().cohort(9, "[{" + DEED + members + "}]")))
                .isNotNull();
    }

    @Test
    void readsTheOlderForm() {
        String groups =
                "[{'properties': [{'key': 'name', 'value': 'p'}]},"
                        + " {'event_id': 'buy', 'days': '7', 'count': 2, 'count_operator': 'eq'}]";
        Cohort cohort =
                read(
                        new SampleDefinitions()
                                .add(
                                        new CohortDefinition(
                                                9,
                                                "old",
                                                false,
                                                "{}",
                                                SampleDefinitions.quoted(groups))));
        CohortCriterion criterion = ((CohortMembers.Meeting) cohort.members()).criterion();
        assertThat(((CohortCriterion.AnyOf) criterion).criteria())
                .hasExactlyElementsOfTypes(
                        CohortCriterion.PersonMeets.class, CohortCriterion.Performed.class)
                .last()
                .extracting("window", "operator", "count")
                .containsExactly(days("2020-01-08", "2020-01-16"), Operator.EXACT, 2L);
    }
}
