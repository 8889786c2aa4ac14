package dev.trendlake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void keepsCommasInValues() {
        HttpRequest request =
                EventBuilder.get("/")
                        .query("events=[{\"id\":\"a\"},{\"id\":\"b\"}]&x=1,2")
                        .decoded();

        assertThat(request.query().path("events").asText())
                .isEqualTo("[{\"id\":\"a\"},{\"id\":\"b\"}]");
        assertThat(request.query().path("x").asText()).isEqualTo("1,2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&a=2            | 2",
                "a=%7B%22k%22%3A1%7D | {\"k\":1}",
                "a=x+y%2Bz          | x y+z",
                "a=100%             | 100%",
                "a=%zz              | %zz",
                "a=%C3%BC           | ü",
                "a=x=y              | x=y",
                "&&a=1&             | 1",
                "a                  | ''",
                "b=1                | ''",
            })
    void decodesQueryStringsAsDjangoDoes(String query, String value) {
        HttpRequest request = EventBuilder.get("/").query(query.strip()).decoded();

        assertThat(request.query().path("a").asText()).isEqualTo(value);
    }

    @Test
    void takesTheGatewaysTimeForNow() {
        assertThat(EventBuilder.get("/").decoded().receivedAt())
                .isEqualTo(Instant.parse("2015-05-21T12:00:00Z"));
    }

    @Test
    void takesTheClockWhereTheEventHasNoTime() {
        String event = EventBuilder.get("/").withoutTime().text();

        assertThat(GatewayEvent.decode(event, NOW).receivedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "$default, /api/x, /api/x",
        "prod, /prod/api/x, /api/x",
        "prod, /api/x, /api/x",
        "prod, /product/x, /product/x",
    })
    void leavesTheStageOutOfThePath(String stage, String rawPath, String path) {
        assertThat(EventBuilder.get(rawPath).context("stage", stage).decoded().path())
                .isEqualTo(path);
    }

    @Test
    void hasNoKeyInItsAddress() {
        HttpRequest request =
                EventBuilder.get("/api/x").query("a=1,2&personal_api_key=phx_1&b=%20").decoded();

        assertThat(request.url()).isEqualTo("https://example.org/api/x?a=1,2&b=%20");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com,      https, https://api.example.com/x",
        "127.0.0.1:3000,       http,  http://127.0.0.1:3000/x",
        "'evil.example/a?b=c', https, https://example.org/x",
    })
    void hasTheAddressThatTheClientNamed(String host, String scheme, String url) {
        HttpRequest request =
                EventBuilder.get("/x")
                        .header("host", host)
                        .header("x-forwarded-proto", scheme)
                        .decoded();

        assertThat(request.url()).isEqualTo(url);
    }

    @Test
    void namesNothingOfItsContentAsText() {
        HttpRequest request = EventBuilder.post("/").key("phx_secret").json("{}").decoded();

        assertThat(request).hasToString("request request-1");
    }

    @Test
    void readsNoBodyOfGet() {
        assertThat(EventBuilder.get("/").json("garbage").decoded().body()).isEmpty();
    }
}
