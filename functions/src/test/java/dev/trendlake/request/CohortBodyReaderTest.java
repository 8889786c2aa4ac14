package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.Author;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Details;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.PersonNaming;
import dev.trendlake.project.SavedCohort;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of cohorts; quotes are single ones. */
class CohortBodyReaderTest {
    private static final SavedCohort NOTHING =
            new SavedCohort(
                    new CohortDefinition(0, "", false, "{}", "[]"),
                    Details.createdAt(
                            Instant.parse("2026-11-23T10:20:30Z"),
                            new Author(1, "u", "Ada", "a@x.org")),
                    null,
                    null);

    @Test
    void readsACohortOfCriteria() {
        String filters =
                "{'properties':{'type':'OR','values':[{'type':'AND','values':["
                        + "{'type':'person','key':'plan','operator':'exact','value':['paid']}]}]}}";

        SavedCohort cohort =
                created("{'name': 'paying', 'description': 'd', 'filters': %s}".formatted(filters));

        assertThat(cohort.definition())
                .isEqualTo(
                        new CohortDefinition(
                                0, "paying", false, SampleDefinitions.quoted(filters), "[]"));
        assertThat(cohort.details().description()).isEqualTo("d");
    }

    @Test
    void readsTheTextsOfAForm() {
        SavedCohort cohort = created("{'name': 'a', 'is_static': 'true', 'deleted': 'false'}");

        assertThat(cohort.definition().isStatic()).isTrue();
        assertThat(cohort.details().deleted()).isFalse();
    }

    @Test
    void readsTheIdsOfAList() {
        SavedCohort cohort = created("{'name': 'a', 'is_static': true}");
        PeopleList people =
                new CohortBodyReader()
                        .people(body("{'_create_static_person_ids': ['p1', 'p2', 'p1']}"), cohort);

        assertThat(people).isEqualTo(new PeopleList(PersonNaming.PERSON_ID, List.of("p1", "p2")));
    }

    @Test
    void refusesAListForACohortOfCriteria() {
        ObjectNode body = body("{'name': 'a', '_create_static_person_ids': ['p1']}");

        assertThatThrownBy(() -> new CohortBodyReader().people(body, created("{'name': 'a'}")))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void keepsWhatACohortIs() {
        SavedCohort before = created("{'name': 'a', 'is_static': true}");

        assertThatThrownBy(() -> new CohortBodyReader().read(body("{'is_static': 0}"), before))
                .hasMessage("can't be changed; make another cohort");
        assertThat(new CohortBodyReader().read(body("{'name': 'b'}"), before).definition())
                .isEqualTo(new CohortDefinition(0, "b", true, "{}", "[]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'behavioral', 'key': 'e', 'value': 'performed_event', 'event_type':"
                        + " 'events', 'time_value': 30, 'time_interval': 'day', 'negation': true}",
                "{'type': 'behavioral', 'key': 3, 'value': 'performed_event', 'event_type':"
                        + " 'actions', 'explicit_datetime': '-30d'}",
                "{'type': 'cohort', 'key': 'id', 'value': 3, 'negation': false}",
                "{'type': 'person', 'key': 'p', 'operator': 'is_set', 'bytecode': ['x']}",
                "{'type': 'OR', 'values': []}",
            })
    void takesTheCriteriaThatPostHogTakes(String criterion) {
        assertThat(created(withCriterion(criterion)).definition().filters())
                .contains(body(criterion).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'event', 'key': 'a', 'value': 1} | __type | 'event' is no kind of"
                        + " criterion; use one of: person, behavioral, cohort",
                "{'key': 'a', 'value': 1} | __type | must be one of: person, behavioral, cohort,"
                        + " AND, OR",
                "{'type': 'person', 'key': 'a', 'operator': 'exact'} | `` | Missing required keys"
                        + " for person filter: value",
                "{'type': 'person', 'key': 'a', 'value': 1} | `` | Missing required keys for person"
                        + " filter: operator",
                "{'type': 'person', 'key': 'a', 'value': 1, 'operator': 'exact',"
                        + " 'group_type_index': 1} | __group_type_index | is no part of a person"
                        + " filter",
                "{'type': 'cohort', 'key': 'id'} | `` | Missing required keys for cohort filter:"
                        + " value",
                "{'type': 'cohort', 'key': 'id', 'value': 'paying'} | __value | must be the number"
                        + " of a cohort",
                "{'type': 'behavioral', 'key': 'e', 'value': 'performed_event'} | `` | Missing"
                        + " required keys for behavioral filter: event_type",
                "{'type': 'behavioral', 'key': 'e', 'value': 'performed_event', 'event_type':"
                    + " 'events'} | __time_value | Missing required attr time_value for property"
                    + " type behavioral::performed_event",
                "{'type': 'behavioral', 'key': 'e', 'value': 'performed_event', 'event_type':"
                        + " 'events', 'time_value': 1, 'time_interval': 'hour'} | __time_interval |"
                        + " must be one of: day, week, month, year",
                "{'type': 'behavioral', 'key': 'e', 'value': 'performed', 'event_type': 'events'} |"
                        + " __value | must be one of: performed_event, performed_event_multiple,"
                        + " performed_event_first_time, performed_event_sequence,"
                        + " performed_event_regularly, stopped_performing_event,"
                        + " restarted_performing_event",
                "{'type': 'AND', 'values': {}} | `` | must be a group: {\"type\": \"AND\" or"
                        + " \"OR\", \"values\": [criteria or groups]}",
            })
    void namesWhatACriterionLacks(String criterion, String place, String detail) {
        refuses(withCriterion(criterion), "filters__properties__values__0" + place, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'is_static': true} | name | This field is required.",
                "{'name': 'a', 'filters': null} | filters | Must contain a 'properties' key with"
                        + " type and values",
                "{'name': 'a', 'filters': {'property': {}}} | filters | Must contain a 'properties'"
                        + " key with type and values",
                "{'name': 'a', 'filters': {'properties': {}}} | filters__properties | must be a"
                        + " group: {\"type\": \"AND\" or \"OR\", \"values\": [criteria or groups]}",
                "{'name': 'a', 'filters': {'properties': {'type': 'XOR', 'values': []}}} |"
                        + " filters__properties__type | must be one of: AND, OR",
                "{'name': 'a', 'query': {'kind': 'HogQLQuery'}} | query | cohorts can't be made by"
                        + " a query here; use filters, or a list",
                "{'name': 'a', 'csv': 'd1'} | csv | must be a file in a body of"
                        + " multipart/form-data",
                "{'name': 'a', 'groups': [{}]} | groups__0 | must have properties, an event_id or"
                        + " an action_id",
            })
    void namesWhatIsWrong(String body, String attribute, String detail) {
        refuses(body, attribute, detail);
    }

    private static void refuses(String body, String attribute, String detail) {
        assertThatThrownBy(() -> created(body))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        error -> assertThat(error.attribute()).isEqualTo(attribute))
                .hasMessage(detail);
    }

    private static String withCriterion(String criterion) {
        return "{'name': 'a', 'filters': {'properties': {'type': 'AND', 'values': [%s]}}}"
                .formatted(criterion);
    }

    private static SavedCohort created(String body) {
        return new CohortBodyReader().read(body(body), NOTHING);
    }

    private static ObjectNode body(String text) {
        return (ObjectNode) RequestJson.parse(SampleDefinitions.quoted(text)).orElseThrow();
    }
}
