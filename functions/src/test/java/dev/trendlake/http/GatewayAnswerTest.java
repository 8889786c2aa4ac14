package dev.trendlake.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.error.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayAnswerTest {
    @Test
    void writesPayloadFormatTwo() {
        HttpResponse response = HttpResponse.json(200, JsonFormat.object().put("a", "ü"));

        assertThat(new String(GatewayAnswer.encode(response, "gzip"), UTF_8))
                .isEqualTo(
                        """
                        {"statusCode":200,\
                        "headers":{"content-type":"application/json; charset=utf-8"},\
                        "body":"{\\"a\\":\\"ü\\"}","isBase64Encoded":false}\
                        """);
    }

    @Test
    void compressesLargeAnswersForThoseWhoTakeGzip() throws IOException {
        String text = "ü".repeat(20_000);

        JsonNode answer = encoded(text, "deflate, gzip;q=0.5");

        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(answer.at("/headers/content-encoding").asText()).isEqualTo("gzip");
        assertThat(gunzipped(answer.path("body").asText())).isEqualTo(text);
    }

    @Test
    void sendsLargeAnswersAsTheyAreToThoseWhoDoNot() throws IOException {
        JsonNode answer = encoded("x".repeat(20_000), "");

        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(answer.path("headers").has("content-encoding")).isFalse();
    }

    @Test
    void refusesWhatLambdaWouldNotHandOn() {
        String text = "x".repeat(6 * 1024 * 1024);

        assertThatThrownBy(() -> encoded(text, ""))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("larger than 6 MB");
    }

    @Test
    void refusesWhatIsTooLargeCompressed() {
        byte[] noise = new byte[6 * 1024 * 1024];
        new Random(7).nextBytes(noise);
        String text = Base64.getEncoder().encodeToString(noise);

        assertThatThrownBy(() -> encoded(text, "gzip")).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                | true",
                "GZIP                | true",
                "deflate, gzip, br   | true",
                "*                   | true",
                "gzip;q=0            | false",
                "gzip;q=0.000        | false",
                "gzip;q=0.5          | true",
                "*;q=0, gzip         | true",
                "*, gzip;q=0         | false",
                "br                  | false",
                "''                  | false",
            })
    void knowsWhoTakesGzip(String acceptEncoding, boolean takes) {
        assertThat(GatewayAnswer.takesGzip(acceptEncoding)).isEqualTo(takes);
    }

    private static JsonNode encoded(String text, String acceptEncoding) throws IOException {
        byte[] answer = GatewayAnswer.encode(new HttpResponse(200, Map.of(), text), acceptEncoding);
        return JsonFormat.read(new String(answer, UTF_8));
    }

    private static String gunzipped(String base64) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
