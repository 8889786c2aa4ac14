package dev.trendlake.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.add(
                            exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + exchange.getRequestURI().getRawPath());
                    byte[] body =
                            """
                            {"result": [{"label": "$$_posthog_breakdown_null_$$", "count": 4, "labels": ["17-May-2015", "18-May-2015"], "data": [1, 3]}]}\
                            """
                                    .getBytes(UTF_8);
                    exchange.getResponseHeaders().add("x-trendlake-execution-id", "e1");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsDaysAndTotalsOfAnAnswer() throws Exception {
        Trends trends = ask();
        assertThat(requests).containsExactly("Bearer k /api/projects/1/insights/trend");
        assertThat(trends.days(0))
                .containsExactly(new Bar("17-May-2015", 1), new Bar("18-May-2015", 3));
        assertThat(trends.totals()).containsExactly(new Bar("(none)", 4));
        assertThat(trends.execution()).isEqualTo("e1");
    }

    @Test
    void saysWhatTheApiAnsweredWhenItFailed() {
        status = 500;
        assertThatThrownBy(this::ask)
                .isInstanceOf(DemoFailed.class)
                .hasMessageStartingWith("the API answered 500: {");
    }

    @Test
    void asksForTheDaysOfTheLog() {
        assertThat(Question.PER_DAY.queryString())
                .startsWith(
                        "date_from=2015-05-17&date_to=2015-05-20&events=%5B%7B%22id%22%3A%22%24pageview%22")
                .contains("%22math%22%3A%22dau%22");
        assertThat(Question.BY_BROWSER.queryString())
                .startsWith("breakdown=%24browser&breakdown_type=event&");
    }

    private Trends ask() throws DemoFailed, InterruptedException {
        URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (TrendsClient client = new TrendsClient(gateway, 1, "k")) {
            return client.ask(Question.PER_DAY);
        }
    }
}
