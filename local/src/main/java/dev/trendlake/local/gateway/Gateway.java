package dev.trendlake.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.template.CorsSettings;
import dev.trendlake.local.template.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP API on 127.0.0.1: routes requests to functions, with the limits that API Gateway has (10
 * MB of body, 10,240 bytes of request line and headers, 30 seconds).
 */
public final class Gateway implements AutoCloseable {
    /** After how long the gateway gives up on a function. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final int HEADER_LIMIT = 10_240;

    private final Router router;
    private final Cors cors;
    private final Integration integration;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final LoopbackServer server;

    private Gateway(
            Router router, Cors cors, Integration integration, InstantSource clock, int port) {
        this.router = router;
        this.cors = cors;
        this.integration = integration;
        this.clock = clock;
        this.server = LoopbackServer.start(port, this::handle);
    }

    /**
     * Starts it.
     *
     * @param cors which web sites may call it
     * @param port the port, or 0 for any free one
     * @param timeout after how long it gives up on a function, {@link #TIMEOUT} outside of tests
     */
    public static Gateway start(
            List<Route> routes,
            CorsSettings cors,
            LocalLambda functions,
            InstantSource clock,
            Duration timeout,
            int port) {
        return new Gateway(
                new Router(routes),
                new Cors(cors),
                new Integration(functions, timeout),
                clock,
                port);
    }

    /** Where it answers. */
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
        integration.close();
    }

    private void handle(HttpExchange raw) throws IOException {
        Exchange exchange = new Exchange(raw, id());
        ByteBuffer body = exchange.body(BODY_LIMIT + 1);
        try {
            exchange.send(respond(exchange, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.send(GatewayResponse.message(503, "Service Unavailable"));
        }
    }

    private GatewayResponse respond(Exchange exchange, ByteBuffer body)
            throws InterruptedException {
        if (exchange.headerBytes() > HEADER_LIMIT) {
            return GatewayResponse.message(431, "Request Header Fields Too Large");
        }
        if (body.remaining() > BODY_LIMIT) {
            return GatewayResponse.message(413, "Request Entity Too Large");
        }
        GatewayRequest request = exchange.request(body, clock.instant());
        Optional<GatewayResponse> preflight = cors.preflight(request);
        if (preflight.isPresent()) {
            return preflight.get();
        }
        Optional<RouteMatch> match = router.find(request.method(), request.path());
        if (match.isEmpty()) {
            return GatewayResponse.message(404, "Not Found");
        }
        return cors.applied(request, integration.answer(request, match.get()));
    }

    private String id() {
        byte[] bytes = new byte[11];
        random.nextBytes(bytes);
        return new String(Base64.getUrlEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }
}
