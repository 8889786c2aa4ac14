package dev.trendlake.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Invoke action over HTTP, so that {@code aws lambda invoke --endpoint-url} and {@code
 * trendlake invoke} reach the functions of a running stack. Signatures are not checked.
 */
public final class InvokeApi implements AutoCloseable {
    /** The header that tells a function's failure from its answer. */
    public static final String FUNCTION_ERROR = "X-Amz-Function-Error";

    /** The header that names the error of a refused call. */
    public static final String ERROR_TYPE = "x-amzn-ErrorType";

    private static final Pattern PATH =
            Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

    private final LocalLambda functions;
    private final LoopbackServer server;

    private InvokeApi(LocalLambda functions, int port) {
        this.functions = functions;
        this.server = LoopbackServer.start(port, this::handle);
    }

    /** Starts it on a port, or on any free one for 0. */
    public static InvokeApi start(LocalLambda functions, int port) {
        return new InvokeApi(functions, port);
    }

    /** The path of a function's invocations. */
    public static String path(String function) {
        return "/2015-03-31/functions/" + function + "/invocations";
    }

    /** Where it answers. */
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] event = exchange.getRequestBody().readNBytes(RuntimeApi.PAYLOAD_LIMIT + 1);
        Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
        if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
            refuse(exchange, 404, "UnknownOperationException", "only Invoke is known here");
            return;
        }
        if (event.length > RuntimeApi.PAYLOAD_LIMIT) {
            refuse(exchange, 413, "RequestTooLargeException", "the event exceeds 6 MB");
            return;
        }
        String name = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
        Optional<String> function = functions.find(name);
        if (function.isEmpty()) {
            String known = String.join(", ", functions.names());
            String message = "Function not found: " + name + "; there are " + known;
            refuse(exchange, 404, "ResourceNotFoundException", message);
            return;
        }
        invoke(exchange, function.get(), new String(event, StandardCharsets.UTF_8));
    }

    private void invoke(HttpExchange exchange, String function, String event) throws IOException {
        try {
            Outcome outcome = functions.invoke(function, event.isEmpty() ? "{}" : event);
            if (outcome instanceof Outcome.Failure) {
                exchange.getResponseHeaders().set(FUNCTION_ERROR, "Unhandled");
            }
            exchange.getResponseHeaders().set("X-Amz-Executed-Version", "$LATEST");
            respond(exchange, 200, outcome.payload());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(exchange, 500, "ServiceException", "the stack is being stopped");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String type, String message)
            throws IOException {
        exchange.getResponseHeaders().set(ERROR_TYPE, type);
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Type", status < 500 ? "User" : "Service")
                        .put("Message", message)
                        .toString();
        respond(exchange, status, body);
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
