package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CasePayloadTest {
    @Test
    void sendsABodyAsJsonAtTheTimeOfTheCase() throws Exception {
        JsonNode payload =
                payload(
                        "'method': 'POST', 'path': 'insights/trend', 'query': {}, 'body':"
                                + " {'events': [{'id': 'a'}], 'n': 1.0}");
        assertThat(payload.path("version").textValue()).isEqualTo("2.0");
        assertThat(payload.path("rawPath").textValue()).isEqualTo("/api/projects/7/insights/trend");
        assertThat(payload.path("rawQueryString").textValue()).isEmpty();
        assertThat(payload.path("body").textValue())
                .isEqualTo("{\"events\":[{\"id\":\"a\"}],\"n\":1.0}");
        assertThat(payload.path("headers").path("authorization").textValue())
                .isEqualTo("Bearer phx_k");
        assertThat(payload.path("headers").path("content-type").textValue())
                .isEqualTo("application/json");
        assertThat(payload.path("requestContext").path("timeEpoch").longValue())
                .isEqualTo(1578142801000L);
        assertThat(payload.path("requestContext").path("http").path("method").textValue())
                .isEqualTo("POST");
        assertThat(payload.path("pathParameters").path("project_id").textValue()).isEqualTo("7");
    }

    @Test
    void encodesTheQueryString() throws Exception {
        JsonNode payload =
                payload(
                        "'method': 'GET', 'path': 'insights/trend', 'query': {'events': [{'id':"
                                + " '$a&b'}], 'compare': true, 'text': 'ü +', 'n': 2}");
        assertThat(payload.path("rawQueryString").textValue())
                .isEqualTo(
                        "events=%5B%7B%22id%22%3A%22%24a%26b%22%7D%5D&compare=true&text=%C3%BC+%2B&n=2");
        assertThat(payload.path("queryStringParameters").path("events").textValue())
                .isEqualTo("[{\"id\":\"$a&b\"}]");
        assertThat(payload.has("body")).isFalse();
        assertThat(payload.path("headers").has("content-type")).isFalse();
    }

    private static JsonNode payload(String request) throws Exception {
        String json =
                "{'id': 'c', 'now': '2020-01-04T13:00:01Z', 'requests': [{'name': 'r', %s, 'expect': {}}]}"
                        .formatted(request)
                        .replace('\'', '"');
        ConformanceCase read = CaseReader.read("file.json", CaseJson.MAPPER.readTree(json));
        return CaseJson.MAPPER.readTree(CasePayload.of(read.requests().getFirst(), 7, "phx_k"));
    }
}
