package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerComparisonTest {
    private static final String ONE =
            "{'result': [{'label': 'a', 'count': 3, 'data': [1, 0, 2], 'action': {'id': 'x',"
                    + " 'order': 0}}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'count': 3}] | ",
                "[{}] | ",
                "[{'label': 'a', 'data': [1, 0, 2.000001]}] | ",
                "[{'missing': null}] | ",
                "[{'action': {'order': 0}}] | ",
                "[{'data_at': {'0': 1, '2': 2}}] | ",
                "[{'count': 4}] | result[0].count: expected 4, was 3",
                "[{'count': '3'}] | result[0].count: expected \"3\", was 3",
                "[{'count': null}] | result[0].count: expected null, was 3",
                "[{'label': 'b'}] | result[0].label: expected \"b\", was \"a\"",
                "[{'other': 1}] | result[0].other: expected 1, was nothing",
                "[{'data': [1, 0, 3]}] | result[0].data[2]: expected 3, was 2",
                "[{'data': [1, 0]}] | result[0].data: expected 2 elements [1,0], was 3 elements"
                        + " [1,0,2]",
                "[{'data': [1, 0, 2, 0]}] | result[0].data: expected 4 elements [1,0,2,0], was 3"
                        + " elements [1,0,2]",
                "[{'data': {}}] | result[0].data: expected {}, was [1,0,2]",
                "[{'data': null}] | result[0].data: expected null, was [1,0,2]",
                "[{'data_at': {'1': 1}}] | result[0].data[1]: expected 1, was 0",
                "[{'data_at': {'3': null}}] | result[0].data[3]: expected null, was nothing",
                "[{'days_at': {'0': '2020-01-01'}}] | result[0].days: expected a list, was nothing",
                "[{'labels_at': {}}] | result[0].labels: expected a list, was nothing",
                "[{'action': null}] | result[0].action: expected null, was"
                        + " {\"id\":\"x\",\"order\":0}",
                "[{'action': {'order': 1}}] | result[0].action.order: expected 1, was 0",
                "[{'action': {'type': 'events'}}] | result[0].action.type: expected \"events\", was"
                        + " nothing",
                "[{'action': []}] | result[0].action: expected [], was {\"id\":\"x\",\"order\":0}",
                "[] | result: expected 0 entries, was 1 entries",
                "[{}, {}] | result: expected 2 entries, was 1 entries",
            })
    void comparesEntriesByTheKeysThatAreExpected(String result, @Nullable String difference)
            throws Exception {
        assertThat(difference("{'result': %s}".formatted(result), ONE)).isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 1000001, true",
        "1000000, 1000002, false",
        "1, 1.0000009, true",
        "1, 1.0000011, false",
        "-5, -5.0, true",
        "-5, 5, false",
        "0, 0.0, true",
        "0, 0.0000001, false",
        "5, 5, true",
    })
    void comparesNumbersWithinARelativeError(String expected, String actual, boolean same)
            throws Exception {
        assertThat(
                        difference(
                                        "{'result': [{'count': %s}]}".formatted(expected),
                                        "{'result': [{'count': %s}]}".formatted(actual))
                                == null)
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"10.5, true", "9.5, true", "10.51, false", "true, false", "\"10\", false"})
    void allowsNumbersTheGivenTolerance(String actual, boolean same) throws Exception {
        assertThat(
                        difference(
                                        "{'tolerance': 0.5, 'result': [{'data': [10]}]}",
                                        "{'result': [{'data': [%s]}]}".formatted(actual))
                                == null)
                .isEqualTo(same);
    }

    @Test
    void tellsNumbersTextsAndTruthApart() throws Exception {
        assertThat(difference("{'result': [{'a': true}]}", "{'result': [{'a': 1}]}"))
                .isEqualTo("result[0].a: expected true, was 1");
        assertThat(difference("{'result': [{'a': 1}]}", "{'result': [{'a': true}]}"))
                .isEqualTo("result[0].a: expected 1, was true");
        assertThat(difference("{'result': [{'a': 'true'}]}", "{'result': [{'a': true}]}"))
                .isEqualTo("result[0].a: expected \"true\", was true");
        assertThat(difference("{'result': [{'a': [null]}]}", "{'result': [{'a': [0]}]}"))
                .isEqualTo("result[0].a[0]: expected null, was 0");
        assertThat(difference("{'result': [{'a': null}]}", "{'result': [{'a': ''}]}"))
                .isEqualTo("result[0].a: expected null, was \"\"");
    }

    @Test
    void keepsTheOrderUnlessAnyWillDo() throws Exception {
        String answer = "{'result': [{'a': 1, 'b': 1}, {'a': 2, 'b': 2}]}";
        String entries = "'result': [{'a': 2}, {'a': 1}]";
        assertThat(difference("{%s}".formatted(entries), answer))
                .isEqualTo("result[0].a: expected 2, was 1");
        assertThat(difference("{'order': 'exact', %s}".formatted(entries), answer))
                .isEqualTo("result[0].a: expected 2, was 1");
        assertThat(difference("{'order': 'any', %s}".formatted(entries), answer)).isNull();
    }

    @Test
    void givesEachExpectedEntryOneOfItsOwn() throws Exception {
        String answer = "{'result': [{'a': 1, 'b': 1}, {'a': 2, 'b': 2}]}";
        // The first pattern matches both entries and must leave the second pattern the one it
        // needs.
        assertThat(difference("{'order': 'any', 'result': [{}, {'a': 1}]}", answer)).isNull();
        assertThat(difference("{'contains': [{}, {'a': 1}]}", answer)).isNull();
        assertThat(difference("{'order': 'any', 'result': [{'a': 1}, {'b': 1}]}", answer))
                .startsWith("result: expected one more entry like {\"b\":1}, was 2 entries");
        assertThat(difference("{'contains': [{'a': 1}, {'a': 1}]}", answer)).isNotNull();
    }

    @Test
    void namesTheNearestEntryWhenNoneMatches() throws Exception {
        String answer = "{'result': [{'label': 'x', 'count': 5}, {'label': 'y', 'count': 2}]}";
        assertThat(
                        difference(
                                "{'order': 'any', 'result': [{'label': 'x', 'count': 5}, {'label':"
                                        + " 'y', 'count': 3}]}",
                                answer))
                .isEqualTo(
                        "result: expected an entry like {\"label\":\"y\",\"count\":3}, was none;"
                                + " nearest is result[1].count: expected 3, was 2");
    }

    @Test
    void countsEntriesInAnyOrderToo() throws Exception {
        assertThat(difference("{'order': 'any', 'result': [{}]}", "{'result': [{}, {}]}"))
                .isEqualTo("result: expected 1 entries, was 2 entries");
    }

    @Test
    void findsContainedEntriesAmongOthers() throws Exception {
        String answer = "{'result': [{'a': 1}, {'a': 2}]}";
        assertThat(difference("{'contains': [{'a': 2}]}", answer)).isNull();
        assertThat(difference("{'contains': [{}]}", answer)).isNull();
        assertThat(difference("{'contains': [{'a': 3}]}", answer)).isNotNull();
        assertThat(difference("{'contains': [{}]}", "{'result': []}")).isNotNull();
        assertThat(difference("{'contains': []}", answer)).isNull();
    }

    @Test
    void comparesTheNumberOfEntries() throws Exception {
        assertThat(difference("{'result_count': 1}", ONE)).isNull();
        assertThat(difference("{'result_count': 0}", ONE))
                .isEqualTo("result: expected 0 entries, was 1 entries");
        assertThat(difference("{'result_count': 0}", "{'other': []}"))
                .isEqualTo("result: expected 0 entries, was nothing");
        assertThat(difference("{'result_count': 2, 'contains': [{}]}", ONE))
                .isEqualTo("result: expected 2 entries, was 1 entries");
    }

    @Test
    void looksIntoResultsForAQuery() throws Exception {
        String expect = "{'result': [{'a': 1}]}";
        assertThat(difference(expect, "query", 200, "{'results': [{'a': 1}]}")).isNull();
        assertThat(difference(expect, "query", 200, "{'result': [{'a': 1}]}"))
                .isEqualTo("results: expected a list, was nothing");
        assertThat(difference(expect, "insights/trend", 200, "{'results': [{'a': 1}]}"))
                .isEqualTo("result: expected a list, was nothing");
    }

    @Test
    void expectsAListEvenWhenItIsEmpty() throws Exception {
        assertThat(difference("{'result': []}", "{'result': null}"))
                .isEqualTo("result: expected a list, was null");
        assertThat(difference("{'result': []}", "no JSON"))
                .isEqualTo("result: expected a list, was nothing");
        assertThat(difference("{'contains': []}", "{}"))
                .isEqualTo("result: expected a list, was nothing");
    }

    @Test
    void comparesTheStatusFirst() throws Exception {
        assertThat(
                        difference(
                                "{'status': 200, 'result': []}",
                                "insights/trend",
                                400,
                                "{'detail': 'x'}"))
                .isEqualTo("status: expected 200, was 400 {\"detail\": \"x\"}");
        assertThat(difference("{}", "insights/trend", 400, "{}"))
                .isEqualTo("status: expected 200, was 400 {}");
        assertThat(difference("{'status': 400}", "insights/trend", 400, "no JSON")).isNull();
    }

    @Test
    void comparesTheErrorBody() throws Exception {
        String body =
                "{'type': 'validation_error', 'code': 'invalid_input', 'detail': 'D', 'attr':"
                        + " null}";
        assertThat(
                        difference(
                                "{'status': 400, 'error': {'type': 'validation_error', 'attr':"
                                        + " null}}",
                                "insights/trend",
                                400,
                                body))
                .isNull();
        assertThat(
                        difference(
                                "{'status': 400, 'error': {'code': 'x'}}",
                                "insights/trend",
                                400,
                                body))
                .isEqualTo("code: expected \"x\", was \"invalid_input\"");
        assertThat(
                        difference(
                                "{'status': 400, 'error': {'detail': 'D'}}",
                                "insights/trend",
                                400,
                                "no JSON"))
                .isNotNull();
    }

    @Test
    void comparesTheTopLevel() throws Exception {
        assertThat(difference("{'body': {'timezone': 'UTC', 'next': null}}", "{'timezone': 'UTC'}"))
                .isNull();
        assertThat(difference("{'body': {'timezone': 'UTC'}}", "{'timezone': 'CET'}"))
                .isEqualTo("timezone: expected \"UTC\", was \"CET\"");
    }

    @Test
    void comparesTextUpToTheLineEndsAtItsEnd() throws Exception {
        assertThat(difference("{'text': 'a,b\\n1,2\\n'}", "insights/trend.csv", 200, "a,b\r\n1,2"))
                .isNull();
        assertThat(difference("{'text': 'a,b\\n1,2'}", "insights/trend.csv", 200, "a,b\n1,2\r\n\n"))
                .isNull();
        assertThat(difference("{'text': 'a,b\\n1,2'}", "insights/trend.csv", 200, "a,b\n\n1,2"))
                .isEqualTo("text: expected a,b\\n1,2, was a,b\\n\\n1,2");
        assertThat(difference("{'text': 'a '}", "insights/trend.csv", 200, "a")).isNotNull();
    }

    @Test
    void decodesABodyInBase64() throws Exception {
        assertThat(Answer.of("{\"statusCode\":201,\"body\":\"aMOp\",\"isBase64Encoded\":true}"))
                .isEqualTo(new Answer(201, "hé"));
        assertThat(Answer.of("{\"statusCode\":200,\"body\":\"aMOp\"}"))
                .isEqualTo(new Answer(200, "aMOp"));
        assertThat(Answer.of("{\"result\":[]}")).isEqualTo(new Answer(200, "{\"result\":[]}"));
    }

    private static @Nullable String difference(String expect, String body) throws Exception {
        return difference(expect, "insights/trend", 200, body);
    }

    private static @Nullable String difference(String expect, String path, int status, String body)
            throws InvalidCase, JsonProcessingException {
        CaseObject object = new CaseObject("case", CaseJson.MAPPER.readTree(json(expect)));
        Answer answer = new Answer(status, json(body));
        return new AnswerComparison(ExpectationReader.read(object), path, answer)
                .firstDifference()
                .map(Difference::toString)
                .orElse(null);
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
