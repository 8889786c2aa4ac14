package dev.trendlake.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as EventBridge's documentation of event patterns has them. */
final class EventPatternTest {
    private static final String EVENT =
            """
            {"source": "aws.s3", "detail-type": "Object Created", "detail": {
              "bucket": {"name": "lake"},
              "object": {"key": "raw/project_id=7/a.jsonl.gz", "size": 5},
              "reason": "PutObject", "tags": ["a", "b"]}}\
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'source': ['aws.s3']} | true",
                "{'source': ['aws.s3'], 'detail-type': ['Object Created']} | true",
                "{'source': ['aws.s3'], 'detail-type': ['Object Deleted']} | false",
                "{'detail-type': ['Object Deleted', 'Object Created']} | true",
                "{'detail': {'bucket': {'name': ['lake']}}} | true",
                "{'detail': {'bucket': {'name': ['Lake']}}} | false",
                "{'detail': {'object': {'key': [{'prefix': 'raw/'}]}}} | true",
                "{'detail': {'object': {'key': [{'prefix': 'events/'}]}}} | false",
                "{'detail': {'object': {'key': [{'prefix': 'events/'}, {'suffix': '.gz'}]}}} |"
                        + " true",
                "{'detail': {'object': {'size': [5]}}} | true",
                "{'detail': {'object': {'size': ['5']}}} | false",
                "{'detail': {'tags': ['b']}} | true",
                "{'detail': {'reason': [{'anything-but': ['CopyObject']}]}} | true",
                "{'detail': {'reason': [{'anything-but': 'PutObject'}]}} | false",
                "{'detail': {'object': {'key': [{'anything-but': {'prefix': 'raw/'}}]}}} | false",
                "{'detail': {'missing': [{'anything-but': 'x'}]}} | false",
                "{'detail': {'object': {'etag': [{'exists': false}]}}} | true",
                "{'detail': {'object': {'key': [{'exists': true}]}}} | true",
                "{'detail': {'reason': [{'equals-ignore-case': 'putobject'}]}} | true",
                "{'detail': {'missing': {'inner': ['x']}}} | false",
            })
    void picksEvents(String pattern, boolean matches) throws Exception {
        assertThat(EventPattern.of(json(pattern)).matches(json(EVENT))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | the pattern is not a map of fields",
                "{'source': 'aws.s3'} | source takes a list of values",
                "{'source': []} | source takes a list of values",
                "{'source': [{'cidr': '10.0.0.0/8'}]} | the comparison 'cidr' is not known on one"
                        + " machine",
                "{'source': [{'prefix': 5}]} | 5 is not a text",
            })
    void refusesWhatEventBridgeWouldOrThisMachineDoesNotKnow(String pattern, String message) {
        assertThatThrownBy(() -> EventPattern.of(json(pattern))).hasMessage(message);
    }

    @Test
    void takesAFieldThatIsNullForItsValue() throws Exception {
        assertThat(
                        EventPattern.of(json("{'detail': {'reason': [null]}}"))
                                .matches(json("{\"detail\": {\"reason\": null}}")))
                .isTrue();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
