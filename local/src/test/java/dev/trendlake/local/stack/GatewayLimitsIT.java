package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the gateway answers by itself, as an HTTP API does (spec: AWS, API Gateway). */
@ExtendWith(WholeStackExtension.class)
final class GatewayLimitsIT {
    private final WholeStack stack;
    private final Client client;

    GatewayLimitsIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @Test
    void namesEveryRequest() throws Exception {
        Reply reply = client.ask("{}");

        assertThat(reply.header("apigw-requestid")).isNotEmpty();
        assertThat(stack.logOf(reply)).isNotEmpty();
    }

    @Test
    void sendsATrailingSlashToTheFallback() throws Exception {
        Reply exact = client.send(client.json(Client.TREND, "{}"));
        Reply slashed = client.send(client.json(Client.TREND + "/", "{}"));

        assertThat(stack.logOf(exact)).contains("\"function\":\"TrendFunction\"");
        assertThat(stack.logOf(slashed)).contains("\"function\":\"FallbackFunction\"");
    }

    @Test
    void refusesLongRequestLines() throws Exception {
        String path = Client.TREND + "?events=" + "x".repeat(10_240);

        assertThat(client.send(client.authorized(path)))
                .hasToString("431 {\"message\":\"Request Header Fields Too Large\"}");
    }

    @Test
    void refusesLargeBodies() throws Exception {
        String body = "{\"events\": \"" + "x".repeat(10 << 20) + "\"}";

        assertThat(client.send(client.json(Client.TREND, body)))
                .hasToString("413 {\"message\":\"Request Entity Too Large\"}");
    }
}
