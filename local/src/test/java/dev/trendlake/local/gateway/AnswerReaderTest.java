package dev.trendlake.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {
    @Test
    void sendsWhatTheFunctionSays() {
        GatewayResponse response =
                read(
                        """
                        {"statusCode": 404, "headers": {"X-Reason": "none", "Content-Length": "9"},
                         "cookies": ["a=1", "b=2"], "body": "gone"}\
                        """);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.headers())
                .containsEntry("x-reason", List.of("none"))
                .containsEntry("set-cookie", List.of("a=1", "b=2"))
                .containsEntry("content-type", List.of("text/plain;charset=UTF-8"))
                .doesNotContainKey("content-length");
        assertThat(body(response)).isEqualTo("gone");
    }

    @Test
    void decodesBase64() {
        GatewayResponse response =
                read("{\"statusCode\": 200, \"body\": \"YT0x\", \"isBase64Encoded\": true}");

        assertThat(body(response)).isEqualTo("a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\":\"hello\"}", "[1]", "7", "null"})
    void sendsAnswersWithoutAStatusAsJson(String answer) {
        GatewayResponse response = read(answer);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("content-type", List.of("application/json"));
        assertThat(body(response)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\": \"often\"}",
                "{\"statusCode\": 99}",
                "{\"statusCode\": 200, \"body\": {\"a\": 1}}",
                "{\"statusCode\": 200, \"body\": \"???\", \"isBase64Encoded\": true}",
                "{\"statusCode\": 200"
            })
    void answersMalformedOnesWithAnInternalServerError(String answer) {
        GatewayResponse response = read(answer);

        assertThat(response.status()).isEqualTo(500);
        assertThat(body(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    private static GatewayResponse read(String answer) {
        return new AnswerReader().read(answer);
    }

    private static String body(GatewayResponse response) {
        return StandardCharsets.UTF_8.decode(response.body().duplicate()).toString();
    }
}
