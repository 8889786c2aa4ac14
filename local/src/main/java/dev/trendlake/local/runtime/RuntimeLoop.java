package dev.trendlake.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Asks the Runtime API for events and gives them to a {@code RequestStreamHandler}, one after the
 * other, until the Runtime API is gone.
 */
public final class RuntimeLoop {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    private RuntimeLoop(String authority) {
        this.root = "http://" + authority + "/2018-06-01/runtime/";
    }

    /** Runs the handler that the only argument names ({@code package.Class::handleRequest}). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String authority = System.getenv("AWS_LAMBDA_RUNTIME_API");
        new RuntimeLoop(authority == null ? "" : authority).run(arguments[0]);
    }

    private void run(String name) throws IOException, InterruptedException {
        RequestStreamHandler handler;
        try {
            handler = handler(name);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            post("init/error", error(e));
            System.exit(1);
            return;
        }
        while (true) {
            invoke(handler);
        }
    }

    private static RequestStreamHandler handler(String name) throws ReflectiveOperationException {
        int end = name.indexOf("::");
        Class<?> type = Class.forName(end < 0 ? name : name.substring(0, end));
        return type.asSubclass(RequestStreamHandler.class).getDeclaredConstructor().newInstance();
    }

    private void invoke(RequestStreamHandler handler) throws IOException, InterruptedException {
        HttpRequest next = HttpRequest.newBuilder(URI.create(root + "invocation/next")).build();
        HttpResponse<byte[]> event = http.send(next, HttpResponse.BodyHandlers.ofByteArray());
        LoopContext context = new LoopContext(event.headers());
        String path = "invocation/" + context.getAwsRequestId();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.body()), answer, context);
        } catch (IOException | RuntimeException | LinkageError e) {
            e.printStackTrace();
            post(path + "/error", error(e));
            return;
        }
        post(path + "/response", answer.toByteArray());
    }

    private void post(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static byte[] error(Throwable error) {
        String text =
                "{\"errorMessage\":\"%s\",\"errorType\":\"%s\"}"
                        .formatted(
                                escaped(String.valueOf(error.getMessage())),
                                error.getClass().getName());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        text.chars()
                .forEach(character -> {
                    if (character < ' ' || character == '"' || character == '\\') {
                        result.append("\\u%04x".formatted(character));
                    } else {
                        result.append((char) character);
                    }
                });
        return result.toString();
    }
}
