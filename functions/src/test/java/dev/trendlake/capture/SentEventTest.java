package dev.trendlake.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single events, with the cases of PostHog's own tests of distinct ids and tokens. */
class SentEventTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"distinct_id\":\"myid\" | myid",
                "\"$distinct_id\":\"23\" | 23",
                "\"properties\":{\"distinct_id\":\"myid\"} | myid",
                "\"distinct_id\":23,\"properties\":{\"distinct_id\":\"myid\"} | 23",
                "\"distinct_id\":null,\"properties\":{\"distinct_id\":\"myid\"} | myid",
                "\"distinct_id\":23.4 | 23.4",
                "\"distinct_id\":[\"a\", \"b\"] | [\"a\",\"b\"]",
                "\"distinct_id\":{\"string\":\"a\", \"number\":3} |"
                        + " {\"number\":3,\"string\":\"a\"}",
                "\"distinct_id\":\"  hello  \" | `  hello  `",
                "\"distinct_id\":\"a\\u0000b\" | a\uFFFDb",
            })
    void haveTheirDistinctIdAsAText(String members, String expected) {
        assertThat(event(members).path("distinct_id").asText()).isEqualTo(expected);
        assertThat(event(members).has("$distinct_id")).isFalse();
    }

    @Test
    void haveADistinctIdOf200CharactersAtMost() {
        assertThat(
                        event("\"distinct_id\":\"" + "x".repeat(222) + "\"")
                                .path("distinct_id")
                                .asText())
                .isEqualTo("x".repeat(200));
        assertThat(
                        event("\"distinct_id\":\"" + "€".repeat(250) + "\"")
                                .path("distinct_id")
                                .asText())
                .isEqualTo("€".repeat(200));
        assertThat(
                        event("\"distinct_id\":\"" + "€".repeat(150) + "\"")
                                .path("distinct_id")
                                .asText())
                .isEqualTo("€".repeat(150));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"event\":\"e\"} | event submitted without a distinct_id",
                "{\"event\":\"e\",\"distinct_id\":null} | event submitted without a distinct_id",
                "{\"event\":\"e\",\"distinct_id\":\"\"} | event submitted without a distinct_id",
                "{\"event\":\"e\",\"distinct_id\":\" \\t\"} | event submitted without a"
                        + " distinct_id",
                "{\"event\":\"\",\"distinct_id\":\"a\"} | event submitted with an empty event name",
                "{\"distinct_id\":\"a\"} | failed to hydrate events from request: non-engage"
                        + " request missing event name attribute",
                "{\"event\":12,\"distinct_id\":\"a\"} | failed to parse request: batch[0].event is"
                        + " not a text",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"uuid\":\"x\"} | failed to parse request:"
                        + " batch[0].uuid is not a UUID",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"timestamp\":12} | failed to parse"
                        + " request: batch[0].timestamp is not a text: ISO 8601",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"offset\":\"1\"} | failed to parse"
                        + " request: batch[0].offset is not a whole number: milliseconds",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"properties\":[]} | failed to parse"
                        + " request: batch[0].properties is not an object",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"$set\":[]} | failed to parse request:"
                        + " batch[0].$set is not an object",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"properties\":{\"$cookieless_mode\":1}} |"
                        + " event submitted with invalid cookieless mode",
            })
    void areRefusedByName(String event, String message) {
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() ->
                        Captured.event(
                                "{\"api_key\":\"phc_of_project_7\",\"batch\":[" + event + "]}"))
                .withMessage(message)
                .extracting(CaptureRefused::reason)
                .isEqualTo(CaptureRefused.Reason.UNREADABLE);
    }

    @Test
    void areRefusedInCookielessMode() {
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() ->
                        event(
                                "\"distinct_id\":\"$posthog_cookieless\","
                                        + "\"properties\":{\"$cookieless_mode\":true}"))
                .withMessageContaining("cookieless mode, which is not supported");
    }

    @Test
    void keepTheirUuid() {
        assertThat(uuid("\"0190D0A0-0000-7000-8000-000000000001\""))
                .isEqualTo("0190d0a0-0000-7000-8000-000000000001");
        assertThat(uuid("\"0190d0a0000070008000000000000001\""))
                .isEqualTo("0190d0a0-0000-7000-8000-000000000001");
    }

    @ParameterizedTest
    @CsvSource({"null", "'\"\"'"})
    void getAUuidOfTheTimeWhenTheyHaveNone(String none) {
        // 2015-05-21T12:00:00Z is 0x014d76582e00 milliseconds after 1970.
        assertThat(uuid(none)).matches("014d7658-2e00-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void leaveOutWhatNobodyCounts() {
        assertThat(
                        Captured.lines(
                                EventBuilder.post("/e")
                                        .json(
                                                "[{\"event\":\"$performance_event\","
                                                        + "\"token\":\"phc_of_project_7\"}]")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"event\":\"e\"} | event submitted without an api_key",
                "{\"api_key\":\"\",\"batch\":[{\"event\":\"e\"}]} | API key is not valid: empty",
                "[{\"event\":\"e\",\"token\":\"phx_hellothere\"}] | API key is not valid:"
                        + " personal_api_key",
                "[{\"event\":\"e\",\"token\":\"token1\"},{\"event\":\"e\",\"token\":\"token2\"}] |"
                        + " batch submitted with inconsistent api_key values",
                "[{\"event\":\"e\",\"token\":\"ü\"}] | API key is not valid: not_ascii",
                "[{\"event\":\"e\",\"token\":\"phc_unknown\"}] | API key is not valid: it is no"
                        + " project API key of a project here",
            })
    void areOfNobodyWithoutAToken(String json, String message) {
        assertThatExceptionOfType(CaptureRefused.class)
                .isThrownBy(() -> Captured.event(json))
                .withMessage(message)
                .extracting(CaptureRefused::reason)
                .isEqualTo(CaptureRefused.Reason.UNKNOWN_PROJECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"batch\":[{\"event\":\"e\",\"distinct_id\":\"a\",\"token\":\"other\"}],\"api_key\":\"T\"}",
                "{\"batch\":[{\"event\":\"e\",\"distinct_id\":\"a\"}],\"token\":\"T\"}",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"$token\":\"T\"}",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"api_key\":\" T\\n\"}",
                "{\"event\":\"e\",\"distinct_id\":\"a\",\"properties\":{\"token\":\"T\"}}",
                "[{\"event\":\"e\",\"distinct_id\":\"a\",\"token\":\"T\"},"
                        + "{\"event\":\"e\",\"distinct_id\":\"a\",\"token\":\"T\"}]",
            })
    void areOfTheProjectOfTheirToken(String json) {
        JsonNode event =
                Captured.event(
                        json.replace("\"T\"", "\"phc_of_project_7\"")
                                .replace(" T", " phc_of_project_7"));

        assertThat(event.path("event").asText()).isEqualTo("e");
        assertThat(event.has("token")).isFalse();
        assertThat(event.has("api_key")).isFalse();
    }

    @Test
    void replaceHalvesOfCharacters() {
        assertThat(event("\"distinct_id\":\"a\\ud83d\"").path("distinct_id").asText())
                .isEqualTo("a\uFFFD");
    }

    private static JsonNode event(String members) {
        return Captured.event("{\"api_key\":\"phc_of_project_7\",\"event\":\"e\"," + members + "}");
    }

    private static String uuid(String json) {
        return event("\"distinct_id\":\"a\",\"uuid\":" + json).path("uuid").asText();
    }
}
