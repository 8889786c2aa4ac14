package dev.trendlake.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.lambda.InvokeApi;
import dev.trendlake.local.stack.RunningStack;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls functions of a running stack. */
final class FunctionCalls {
    private final RunningStack stack;
    private final ObjectMapper mapper = new ObjectMapper();

    FunctionCalls(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * Calls a function and waits for its answer.
     *
     * @param function its name in the template
     * @throws CommandFailed when there is none, or it failed
     */
    String call(String function, String event) throws IOException, InterruptedException {
        HttpResponse<String> response = send(function, event);
        if (response.statusCode() != 200) {
            throw new CommandFailed(mapper.readTree(response.body()).path("Message").asText());
        }
        if (response.headers().firstValue(InvokeApi.FUNCTION_ERROR).isPresent()) {
            throw new CommandFailed(function + " failed: " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(String function, String event)
            throws IOException, InterruptedException {
        String name = URLEncoder.encode(function, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(stack.lambda().resolve(InvokeApi.path(name)))
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
