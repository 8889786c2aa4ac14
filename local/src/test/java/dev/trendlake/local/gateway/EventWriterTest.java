package dev.trendlake.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.template.Route;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventWriterTest {
    private static final Route ROUTE = new Route("ANY", "/my/{name}", "F");

    @Test
    void writesPayloadFormatTwo() throws JsonProcessingException {
        JsonNode event =
                event(
                        "parameter1=value1&parameter1=value2&parameter2=a%20b",
                        Map.of(
                                "Header1", List.of("value1"),
                                "Header2", List.of("value1", "value2"),
                                "Cookie", List.of("cookie1=1; cookie2=2"),
                                "Host", List.of("127.0.0.1:3000"),
                                "User-agent", List.of("agent"),
                                "Content-type", List.of("application/json; charset=utf-8")),
                        bytes("{\"a\": \"ü\"}"));

        assertThat(event)
                .isEqualTo(
                        json(
                                """
                                {
                                  "version": "2.0",
                                  "routeKey": "ANY /my/{name}",
                                  "rawPath": "/my/path",
                                  "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=a%20b",
                                  "cookies": ["cookie1=1", "cookie2=2"],
                                  "headers": {
                                    "header1": "value1",
                                    "header2": "value1,value2",
                                    "host": "127.0.0.1:3000",
                                    "user-agent": "agent",
                                    "content-type": "application/json; charset=utf-8",
                                    "x-forwarded-for": "192.0.2.1",
                                    "x-forwarded-proto": "http"
                                  },
                                  "queryStringParameters": {
                                    "parameter1": "value1,value2",
                                    "parameter2": "a b"
                                  },
                                  "requestContext": {
                                    "accountId": "000000000000",
                                    "apiId": "local",
                                    "domainName": "127.0.0.1",
                                    "domainPrefix": "127",
                                    "http": {
                                      "method": "POST",
                                      "path": "/my/path",
                                      "protocol": "HTTP/1.1",
                                      "sourceIp": "192.0.2.1",
                                      "userAgent": "agent"
                                    },
                                    "requestId": "id",
                                    "routeKey": "ANY /my/{name}",
                                    "stage": "$default",
                                    "time": "12/Mar/2020:19:03:58 +0000",
                                    "timeEpoch": 1584039838123
                                  },
                                  "pathParameters": {"name": "path"},
                                  "body": "{\\"a\\": \\"ü\\"}",
                                  "isBase64Encoded": false
                                }
                                """));
    }

    @Test
    void leavesOutWhatTheRequestHasNot() throws JsonProcessingException {
        JsonNode event = event("", Map.of(), bytes(""));

        assertThat(event.path("rawQueryString").asText("missing")).isEmpty();
        assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
        for (String name : List.of("cookies", "queryStringParameters", "body")) {
            assertThat(event.has(name)).as(name).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "image/png"
            })
    void encodesBodiesThatAreNotText(String type) throws JsonProcessingException {
        JsonNode event = event("", Map.of("Content-Type", List.of(type)), bytes("a=1"));

        assertThat(event.path("body").asText()).isEqualTo("YT0x");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void encodesCompressedAndBrokenText() throws JsonProcessingException {
        List<String> json = List.of("application/json");
        JsonNode compressed =
                event(
                        "",
                        Map.of("content-type", json, "content-encoding", List.of("gzip")),
                        bytes("a"));
        JsonNode broken = event("", Map.of("content-type", json), new byte[] {(byte) 0xff});

        assertThat(compressed.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(broken.path("body").asText()).isEqualTo("/w==");
    }

    @Test
    void keepsJsonInTheQueryAsSent() throws JsonProcessingException {
        JsonNode event =
                event("events=%5B%7B%22id%22%3A1%7D%2C2%5D&empty=&bare", Map.of(), bytes(""));

        assertThat(event.path("rawQueryString").asText())
                .isEqualTo("events=%5B%7B%22id%22%3A1%7D%2C2%5D&empty=&bare");
        assertThat(event.path("queryStringParameters"))
                .isEqualTo(
                        json(
                                """
                                {"events": "[{\\"id\\":1},2]", "empty": "", "bare": ""}\
                                """));
    }

    private static JsonNode event(String query, Map<String, List<String>> headers, byte[] body)
            throws JsonProcessingException {
        GatewayRequest request =
                new GatewayRequest(
                        "POST",
                        "/my/path",
                        query,
                        "HTTP/1.1",
                        "192.0.2.1",
                        headers,
                        ByteBuffer.wrap(body),
                        Instant.parse("2020-03-12T19:03:58.123Z"),
                        "id");
        return json(EventWriter.write(request, new RouteMatch(ROUTE, Map.of("name", "path"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
