package dev.trendlake.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What {@link SqsApi} does for each action that it knows. */
final class SqsActions {
    // What the URLs of queues have before the name.
    private static final String ACCOUNT = "000000000000";

    private final LocalQueues queues;
    private final Supplier<URI> endpoint;

    SqsActions(LocalQueues queues, Supplier<URI> endpoint) {
        this.queues = queues;
        this.endpoint = endpoint;
    }

    ObjectNode call(String action, JsonNode request) throws SqsError, InterruptedException {
        return switch (action) {
            case "ListQueues" -> list(request.path("QueueNamePrefix").asText());
            case "GetQueueUrl" -> object().put("QueueUrl", urlOf(named(request)));
            case "GetQueueAttributes" -> attributes(addressed(request));
            case "SendMessage" -> send(addressed(request), request.path("MessageBody").asText());
            case "ReceiveMessage" -> receive(addressed(request), request);
            case "DeleteMessage" -> delete(addressed(request), request);
            case "StartMessageMoveTask" -> move(request);
            default -> throw SqsError.unknownOperation(action);
        };
    }

    private ObjectNode list(String prefix) {
        ObjectNode answer = object();
        ArrayNode urls = answer.putArray("QueueUrls");
        queues.all().stream()
                .filter(queue -> queue.definition().name().startsWith(prefix))
                .forEach(queue -> urls.add(urlOf(queue)));
        return answer;
    }

    private static ObjectNode attributes(LocalQueue queue) {
        QueueDefinition definition = queue.definition();
        long visible = queue.visibleCount();
        ObjectNode answer = object();
        ObjectNode attributes = answer.putObject("Attributes");
        attributes.put("QueueArn", definition.arn());
        attributes.put("VisibilityTimeout", Long.toString(definition.visibility().toSeconds()));
        attributes.put("ApproximateNumberOfMessages", Long.toString(visible));
        attributes.put(
                "ApproximateNumberOfMessagesNotVisible",
                Long.toString(queue.all().size() - visible));
        attributes.put("ApproximateNumberOfMessagesDelayed", "0");
        if (!definition.deadLetters().isEmpty()) {
            ObjectNode redrive = object();
            redrive.put("deadLetterTargetArn", definition.deadLetters());
            redrive.put("maxReceiveCount", definition.receives());
            attributes.put("RedrivePolicy", redrive.toString());
        }
        return answer;
    }

    private static ObjectNode send(LocalQueue queue, String body) throws SqsError {
        if (body.isEmpty()) {
            throw SqsError.invalid("MessageBody is empty");
        }
        return object().put("MessageId", queue.send(body))
                .put("MD5OfMessageBody", MessageAttributes.md5Of(body));
    }

    private static ObjectNode receive(LocalQueue queue, JsonNode request)
            throws InterruptedException {
        Duration hidden =
                request.has("VisibilityTimeout")
                        ? Duration.ofSeconds(request.path("VisibilityTimeout").asLong())
                        : queue.definition().visibility();
        long wait = request.path("WaitTimeSeconds").asLong();
        if (wait > 0) {
            queue.await(Duration.ofSeconds(wait));
        }
        ObjectNode answer = object();
        ArrayNode messages = answer.putArray("Messages");
        int most = request.path("MaxNumberOfMessages").asInt(1);
        for (int i = 0; i < most; i++) {
            Optional<Message> message = queue.receive(hidden);
            message.ifPresent(received -> messages.add(json(received)));
        }
        return answer;
    }

    private static ObjectNode json(Message message) {
        ObjectNode json = object();
        json.put("MessageId", message.id());
        json.put("ReceiptHandle", message.receipt());
        json.put("MD5OfBody", MessageAttributes.md5Of(message.body()));
        json.put("Body", message.body());
        json.set("Attributes", MessageAttributes.of(message));
        return json;
    }

    private static ObjectNode delete(LocalQueue queue, JsonNode request) {
        queue.delete(request.path("ReceiptHandle").asText());
        return object();
    }

    private ObjectNode move(JsonNode request) throws SqsError {
        LocalQueue source = byArn(request.path("SourceArn").asText());
        List<LocalQueue> targets =
                request.has("DestinationArn")
                        ? List.of(byArn(request.path("DestinationArn").asText()))
                        : queues.sourcesOf(source);
        if (targets.size() != 1) {
            throw SqsError.invalid(
                    "%s keeps the messages of %d queues; name one as DestinationArn"
                            .formatted(source.definition().arn(), targets.size()));
        }
        LocalQueues.move(source, targets.getFirst());
        return object().put("TaskHandle", UUID.randomUUID().toString());
    }

    private String urlOf(LocalQueue queue) {
        return "%s/%s/%s".formatted(endpoint.get(), ACCOUNT, queue.definition().name());
    }

    private LocalQueue byArn(String arn) throws SqsError {
        return queues.all().stream()
                .filter(queue -> queue.definition().arn().equals(arn))
                .findFirst()
                .orElseThrow(SqsError::noQueue);
    }

    private LocalQueue named(JsonNode request) throws SqsError {
        return queues.find(request.path("QueueName").asText()).orElseThrow(SqsError::noQueue);
    }

    private LocalQueue addressed(JsonNode request) throws SqsError {
        String url = request.path("QueueUrl").asText();
        return queues.find(url.substring(url.lastIndexOf('/') + 1)).orElseThrow(SqsError::noQueue);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
