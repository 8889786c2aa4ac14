package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.project.PropertyType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseReaderTest {
    private static final String REQUEST =
            "{'name': 'r', 'method': 'POST', 'path': 'query', 'body': {'a': {'free': 1}}, 'expect':"
                    + " {'status': 200}}";

    @TempDir Path folder;

    @Test
    void readsACaseWhole() throws Exception {
        ConformanceCase read =
                read(
                        """
                        {'id': 'c', 'source': 's', 'tags': ['t'], 'now': '2020-01-04T13:00:01Z',
                         'project': {'timezone': 'Asia/Tokyo', 'week_start_day': 1, 'test_account_filters': [{'key': 'id'}], 'group_types': [null, 'company']},
                         'property_definitions': {'event': {'n': 'Numeric'}, 'person': {'d': 'DateTime'}, 'group': {'1': {'b': 'Boolean'}}},
                         'persons': [{'distinct_ids': ['a', 'b'], 'properties': {'x': 1.50}}],
                         'groups': [{'type_index': 1, 'key': 'g', 'properties': {}}],
                         'cohorts': [{'id': 1, 'name': null, 'is_static': true, 'static_distinct_ids': ['a']}, {'id': 2, 'name': 'n', 'filters': {'any': []}}],
                         'actions': [{'id': 3, 'name': 'act', 'steps': [{'event': 'e', 'url': null, 'url_matching': 'regex'}]}],
                         'events': [{'event': 'e', 'distinct_id': 'b', 'timestamp': '2020-01-02T10:00:00+01:00', 'properties': {'p': [1]}}],
                         'requests': [%s, {'name': 'later', 'method': 'GET', 'path': 'insights/trend', 'now': '2020-01-05T00:00:00Z', 'query': {'q': [1]}, 'expect': {'result': [{}]}}]}
                        """
                                .formatted(REQUEST));
        assertThat(read.settings())
                .isEqualTo(
                        new CaseSettings(
                                ZoneId.of("Asia/Tokyo"),
                                DayOfWeek.MONDAY,
                                "[{\"key\":\"id\"}]",
                                List.of("", "company")));
        assertThat(read.definitions().ofEvent("n")).isEqualTo(PropertyType.NUMERIC);
        assertThat(read.definitions().ofPerson("d")).isEqualTo(PropertyType.DATE_TIME);
        assertThat(read.definitions().ofGroups().get(1)).containsEntry("b", PropertyType.BOOLEAN);
        assertThat(read.groups()).hasSize(1);
        assertThat(read.cohorts()).extracting(CaseCohort::isStatic).containsExactly(true, false);
        assertThat(read.actions()).extracting(CaseAction::name).containsExactly("act");
        assertThat(read.requests())
                .extracting(CaseRequest::now)
                .containsExactly(
                        Instant.parse("2020-01-04T13:00:01Z"),
                        Instant.parse("2020-01-05T00:00:00Z"));
        assertThat(read.names())
                .extracting(RequestName::toString)
                .containsExactly("c › r", "c › later");
    }

    @Test
    void givesEventsTheirPerson() throws Exception {
        ConformanceCase read =
                caseWith(
                        "'persons': [{'distinct_ids': ['a', 'b'], 'properties': {'x': 1.50}}], 'events': [%s, %s, %s]"
                                .formatted(event("a"), event("b"), event("c")));
        List<JsonNode> lines = lines(read);
        assertThat(lines.get(1).get("person_id")).isEqualTo(lines.get(0).get("person_id"));
        assertThat(lines.get(1).get("person_properties").toString()).isEqualTo("{\"x\":1.50}");
        assertThat(lines.get(2).get("person_id")).isNotEqualTo(lines.get(0).get("person_id"));
        assertThat(lines.get(2).get("person_properties")).isEmpty();
        assertThat(lines).extracting(line -> line.get("uuid")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'extra': 1 | file.json: unknown key 'extra'",
                "'project': {'tz': 'UTC'} | file.json: project: unknown key 'tz'",
                "'project': {'timezone': 'Mars'} | file.json: project: 'timezone': 'Mars' is no"
                        + " time zone",
                "'project': {'week_start_day': 2} | file.json: project: 'week_start_day': neither 0"
                        + " nor 1",
                "'property_definitions': {'session': {}} | file.json: property_definitions: unknown"
                        + " key 'session'",
                "'property_definitions': {'group': {'5': {}}} | file.json: property_definitions"
                        + " group: unknown key '5'",
                "'property_definitions': {'event': {'a': 'Text'}} | file.json:"
                        + " property_definitions: 'event': 'Text' is no type",
                "'persons': [{'distinct_ids': ['a'], 'name': 'x'}] | file.json: persons[0]: unknown"
                        + " key 'name'",
                "'persons': [{'distinct_ids': []}] | file.json: persons[0]: 'distinct_ids': at"
                        + " least one is required",
                "'persons': [{'distinct_ids': ['a']}, {'distinct_ids': ['a']}] | file.json:"
                        + " persons[1]: 'distinct_ids': 'a' is taken",
                "'groups': [{'type_index': 5, 'key': 'g'}] | file.json: groups[0]: 'type_index':"
                        + " not one of 0 to 4",
                "'cohorts': [{'id': 1, 'query': {}}] | file.json: cohorts[0]: unknown key 'query'",
                "'actions': [{'id': 1, 'name': 'a', 'steps': [{'events': 'e'}]}] | file.json:"
                        + " actions[0] steps[0]: unknown key 'events'",
                "'actions': [{'id': 1, 'name': 'a', 'steps': [{'url_matching': 'like'}]}] |"
                    + " file.json: actions[0] steps[0]: 'url_matching': 'like' is no way to match",
                "'events': [{'event': 'e', 'distinct_id': 'a', 'timestamp': '2020-01-01'}] |"
                    + " file.json: events[0]: 'timestamp': '2020-01-01' is no instant with Z or an"
                    + " offset",
                "'events': [{'event': 'e', 'distinct_id': 'a', 'timestamp': '2020-01-01T00:00:00Z',"
                        + " 'person': 1}] | file.json: events[0]: unknown key 'person'",
            })
    void refusesWhatItDoesNotKnow(String member, String message) {
        assertThatThrownBy(() -> caseWith(member))
                .isInstanceOf(InvalidCase.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'status': 200, 'results': []} | unknown key 'results'",
                "{'result': [], 'contains': []} | 'contains': stands beside 'result'",
                "{'result': null} | 'result': not a list",
                "{'result': [1]} | 'result': an entry is not an object",
                "{'result': [{'data_at': [1]}]} | 'data_at': not an object from index to value",
                "{'contains': [{'days_at': {'-1': 1}}]} | 'days_at': '-1' is no index",
                "{'order': 'sorted'} | 'order': 'sorted' is no order",
                "{'status': 200, 'error': {}} | 'error': status 200 has none",
                "{'status': 400, 'error': {'message': 'x'}} | 'error': unknown key 'message'",
                "{'result_count': 'one'} | 'result_count': not a whole number",
                "{'tolerance': -1} | 'tolerance': negative",
                "{'text': 1} | 'text': not a text",
            })
    void refusesExpectationsThatItDoesNotUnderstand(String expect, String message) {
        String request = REQUEST.replace("{'status': 200}", expect);
        assertThatThrownBy(() ->
                        read(
                                "{'id': 'c', 'now': '2020-01-01T00:00:00Z', 'requests': [%s]}"
                                        .formatted(request)))
                .isInstanceOf(InvalidCase.class)
                .hasMessage("file.json: requests[0] expect: " + message);
    }

    @Test
    void refusesRequestsThatCannotBeToldApart() {
        assertThatThrownBy(() ->
                        read(
                                "{'id': 'c', 'now': '2020-01-01T00:00:00Z', 'requests': [%s, %s]}"
                                        .formatted(REQUEST, REQUEST)))
                .hasMessage("file.json: requests[1]: 'name': taken by an earlier request");
    }

    @Test
    void readsFoldersBelowAndPassesOverOtherJson() throws Exception {
        Path below = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(below.resolve("one.json"), minimal("one"));
        Files.writeString(folder.resolve("two.json"), minimal("two"));
        Files.writeString(folder.resolve("schema.json"), "{}");
        Files.writeString(folder.resolve("FORMAT.md"), "{");
        assertThat(CaseFolder.read(folder))
                .extracting(ConformanceCase::id)
                .containsExactly("one", "two");
    }

    @Test
    void namesEveryFileThatIsWrong() throws Exception {
        Files.writeString(folder.resolve("a.json"), minimal("same"));
        Files.writeString(folder.resolve("b.json"), minimal("same"));
        Files.writeString(folder.resolve("c.json"), "{");
        Files.writeString(
                folder.resolve("d.json"),
                minimal("d").replace("'id'".replace('\'', '"'), "\"id\":\"x\",\"id\""));
        assertThatThrownBy(() -> CaseFolder.read(folder))
                .isInstanceOf(InvalidCase.class)
                .hasMessageContaining("b.json: id 'same' is that of a.json")
                .hasMessageContaining("c.json: not JSON")
                .hasMessageContaining("d.json: not JSON: Duplicate");
    }

    @Test
    void readsEverySharedCase() throws Exception {
        assertThat(CaseFolder.read(Path.of("../conformance")))
                .hasSizeGreaterThanOrEqualTo(238)
                .flatExtracting(ConformanceCase::requests)
                .hasSizeGreaterThanOrEqualTo(410);
    }

    private static String event(String distinctId) {
        return "{'event': 'e', 'distinct_id': '%s', 'timestamp': '2020-01-02T10:00:00Z', 'properties': {}}"
                .formatted(distinctId);
    }

    private static String minimal(String id) {
        return "{'id': '%s', 'now': '2020-01-01T00:00:00Z', 'requests': [%s]}"
                .formatted(id, REQUEST)
                .replace('\'', '"');
    }

    private static ConformanceCase caseWith(String member) throws Exception {
        return read(
                "{'id': 'c', 'now': '2020-01-01T00:00:00Z', %s, 'requests': [%s]}"
                        .formatted(member, REQUEST));
    }

    private static ConformanceCase read(String json) throws InvalidCase, JsonProcessingException {
        return CaseReader.read("file.json", CaseJson.MAPPER.readTree(json.replace('\'', '"')));
    }

    private static List<JsonNode> lines(ConformanceCase read) throws Exception {
        String text =
                new String(
                        new CaseEvents(read).lines().opener().open().readAllBytes(),
                        StandardCharsets.UTF_8);
        List<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(CaseJson.MAPPER.readTree(line));
        }
        return lines;
    }
}
