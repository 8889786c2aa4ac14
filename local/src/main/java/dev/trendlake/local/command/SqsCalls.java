package dev.trendlake.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks a running stack's SQS. */
final class SqsCalls implements AutoCloseable {
    // Others see a message again as soon as it has been looked at.
    private static final int LOOKED_AT_SECONDS = 1;

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    SqsCalls(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The URLs of all queues, in the order of the template. */
    List<String> queues() throws IOException, InterruptedException {
        return call("ListQueues", mapper.createObjectNode())
                .path("QueueUrls")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** What a queue is, and how many messages it has. */
    JsonNode attributes(String queue) throws IOException, InterruptedException {
        ObjectNode request = mapper.createObjectNode().put("QueueUrl", queue);
        request.putArray("AttributeNames").add("All");
        return call("GetQueueAttributes", request).path("Attributes");
    }

    /** Looks at messages that nobody has, and leaves them there. */
    List<JsonNode> look(String queue, int most) throws IOException, InterruptedException {
        ObjectNode request =
                mapper.createObjectNode()
                        .put("QueueUrl", queue)
                        .put("MaxNumberOfMessages", most)
                        .put("VisibilityTimeout", LOOKED_AT_SECONDS);
        return call("ReceiveMessage", request).path("Messages").valueStream().toList();
    }

    /** Sends all messages of a queue of dead letters back. */
    void redrive(String arn) throws IOException, InterruptedException {
        call("StartMessageMoveTask", mapper.createObjectNode().put("SourceArn", arn));
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode call(String action, ObjectNode request)
            throws IOException, InterruptedException {
        HttpRequest post =
                HttpRequest.newBuilder(endpoint)
                        .header("X-Amz-Target", "AmazonSQS." + action)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build();
        HttpResponse<String> response = http.send(post, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = mapper.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new CommandFailed(action + ": " + answer.path("message").asText());
        }
        return answer;
    }
}
