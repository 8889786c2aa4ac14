package dev.trendlake.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.lambda.FunctionJar;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.template.CorsSettings;
import dev.trendlake.local.template.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatewayTest {
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:01Z");

    private final LocalLambda functions;
    private final Gateway gateway;
    private final HttpClient client = HttpClient.newHttpClient();

    GatewayTest(@TempDir Path directory) throws IOException {
        functions =
                LocalLambda.of(
                        List.of(FunctionJar.definition(FunctionJar.build(directory), 20, Map.of())),
                        FunctionJar.settings(directory, 2, false));
        gateway =
                Gateway.start(
                        List.of(new Route("ANY", "/{proxy+}", "HelloFunction")),
                        CorsSettings.off(),
                        functions,
                        () -> NOW,
                        Duration.ofSeconds(3),
                        0);
    }

    @BeforeAll
    void start() {
        functions.warm("HelloFunction");
    }

    @AfterAll
    void close() {
        client.close();
        gateway.close();
        functions.close();
    }

    @Test
    void sendsTheFunctionsAnswer() throws Exception {
        HttpResponse<String> response = get("/page?a=1");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("content-type")).contains("text/plain");
        assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
        assertThat(response.body())
                .contains("\"rawQueryString\":\"a=1\"")
                .contains("\"timeEpoch\":" + NOW.toEpochMilli());
    }

    @Test
    void keepsDoubledSlashesAndDecodesThePath() throws Exception {
        assertThat(raw("GET //page//a%20b+c/ HTTP/1.1"))
                .contains("\"rawPath\":\"//page//a b+c/\"")
                .contains("\"proxy\":\"/page//a b+c/\"");
    }

    @Test
    void answersAFailureWithAnInternalServerError() throws Exception {
        HttpResponse<String> response = get("/fail");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void givesUpOnASlowFunction() throws Exception {
        HttpResponse<String> response = get("/slow");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void answersAnUnknownPathItself() throws Exception {
        HttpResponse<String> response = get("/");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void refusesLongRequestLinesAndLargeBodies() throws Exception {
        assertThat(get("/page?a=" + "x".repeat(10_240)).statusCode()).isEqualTo(431);
        assertThat(post("x".repeat(6_300_000)).statusCode()).isEqualTo(413);
        assertThat(post("x".repeat(10_500_000)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = gateway.endpoint().resolve(path);
        return client.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(gateway.endpoint().resolve("/page"))
                        .header("content-type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.endpoint().getPort())) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
