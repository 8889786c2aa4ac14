package dev.trendlake.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.lambda.FunctionJar;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.template.Route;
import dev.trendlake.local.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the template's CORS means for a page of another web site. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorsTest {
    private static final String SITE = "https://reports.example.com";

    private final LocalLambda functions;
    private final HttpClient client = HttpClient.newHttpClient();

    CorsTest(@TempDir Path directory) throws IOException {
        functions =
                LocalLambda.of(
                        List.of(FunctionJar.definition(FunctionJar.build(directory), 20, Map.of())),
                        FunctionJar.settings(directory, 1, false));
    }

    @AfterAll
    void close() {
        client.close();
        functions.close();
    }

    @Test
    void answersPreflightsItself() throws Exception {
        try (Gateway gateway = gateway(SITE)) {
            HttpResponse<String> response = preflight(gateway, SITE);

            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
            assertThat(corsHeaders(response))
                    .containsEntry("access-control-allow-origin", SITE)
                    .containsEntry("access-control-allow-methods", "GET,POST,PUT,PATCH,DELETE")
                    .containsEntry("access-control-allow-headers", "authorization,content-type")
                    .containsEntry("access-control-max-age", "3600");
        }
    }

    @Test
    void letsAPageReadAnswers() throws Exception {
        try (Gateway gateway = gateway("http://localhost:5173," + SITE)) {
            HttpResponse<String> response = get(gateway, SITE);

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(corsHeaders(response))
                    .containsEntry("access-control-allow-origin", SITE)
                    .containsOnlyKeys(
                            "access-control-allow-origin", "access-control-expose-headers");
            assertThat(corsHeaders(response).get("access-control-expose-headers"))
                    .contains("retry-after");
        }
    }

    @Test
    void saysNothingToOtherSites() throws Exception {
        try (Gateway gateway = gateway(SITE)) {
            HttpResponse<String> preflight = preflight(gateway, SITE + ".attacker.example");

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(corsHeaders(preflight)).isEmpty();
            assertThat(corsHeaders(get(gateway, "https://attacker.example"))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*,https://any.example,*",
        "https://*,https://any.example,https://any.example",
        "https://*,http://any.example,",
        "http://*,http://any.example:8080,http://any.example:8080",
        "https://Reports.Example.com,https://reports.example.com,https://reports.example.com"
    })
    void takesWildcards(String allowed, String origin, String answered) throws Exception {
        try (Gateway gateway = gateway(allowed)) {
            assertThat(get(gateway, origin).headers().firstValue("access-control-allow-origin"))
                    .isEqualTo(Optional.ofNullable(answered));
        }
    }

    @Test
    void addsNothingWithoutAnOrigin() throws Exception {
        try (Gateway gateway = gateway("*")) {
            assertThat(corsHeaders(send(gateway, HttpRequest.newBuilder()))).isEmpty();
        }
    }

    @Test
    void leavesEverythingToTheFunctionWhenItIsOff() throws Exception {
        try (Gateway gateway = gateway("")) {
            assertThat(preflight(gateway, SITE).statusCode()).isEqualTo(201);
            assertThat(corsHeaders(get(gateway, SITE)))
                    .containsExactlyEntriesOf(
                            Map.of(
                                    "access-control-allow-origin",
                                    "https://of-the-function.example"));
        }
    }

    private Gateway gateway(String origins) {
        return Gateway.start(
                List.of(new Route("ANY", "/{proxy+}", "HelloFunction")),
                Template.read(Path.of("../template.yaml"), Map.of("CorsAllowOrigins", origins))
                        .cors(),
                functions,
                InstantSource.system(),
                Duration.ofSeconds(20),
                0);
    }

    private HttpResponse<String> preflight(Gateway gateway, String origin)
            throws IOException, InterruptedException {
        return send(
                gateway,
                HttpRequest.newBuilder()
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization"));
    }

    private HttpResponse<String> get(Gateway gateway, String origin)
            throws IOException, InterruptedException {
        return send(gateway, HttpRequest.newBuilder().header("Origin", origin));
    }

    private HttpResponse<String> send(Gateway gateway, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(
                request.uri(gateway.endpoint().resolve("/page")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> corsHeaders(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> {
                    if (name.startsWith("access-control-")) {
                        headers.put(name, String.join("|", values));
                    }
                });
        return headers;
    }
}
