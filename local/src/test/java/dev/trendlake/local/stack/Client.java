package dev.trendlake.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests over HTTP, as any client does. */
public final class Client implements AutoCloseable {
    static final String TREND = "/api/projects/1/insights/trend";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final String key;

    /** Takes where the API is, and a key for it. */
    public Client(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** Asks for trends with a JSON body. */
    public Reply ask(long project, String question) throws IOException, InterruptedException {
        return send(json("/api/projects/" + project + "/insights/trend", question));
    }

    /** Asks for trends of project 1 with a JSON body. */
    Reply ask(String question) throws IOException, InterruptedException {
        return ask(1, question);
    }

    /** A request with the key and a JSON body, to be changed. */
    HttpRequest.Builder json(String path, String body) {
        return authorized(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** A request with the key, to be changed. */
    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + key);
    }

    /** A request without a key, to be changed. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofMinutes(1));
    }

    /** Sends a request, whose answer has to be as the API's document says. */
    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Reply(http.send(request.build(), BodyHandlers.ofByteArray())).documented();
    }

    @Override
    public void close() {
        http.close();
    }
}
