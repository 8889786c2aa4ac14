package dev.trendlake.intake.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.imports.ObjectImport;
import dev.trendlake.intake.imports.ObjectOutcome;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import java.io.IOException;

/** Messages that tell of objects, each of which is imported. */
final class ObjectMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectImport objects;
    private final String bucket;
    private final ImportLog log;

    /**
     * @param bucket the data bucket, of which objects are imported and of no other
     */
    ObjectMessages(ObjectImport objects, String bucket, ImportLog log) {
        this.objects = objects;
        this.bucket = bucket;
        this.log = log;
    }

    /**
     * Imports the objects that an event tells of.
     *
     * @return the answer to a batch: {@code {"batchItemFailures":[{"itemIdentifier":ID}]}}
     * @throws IOException when the event is none of the two, or tells of one object alone, which
     *     can't be imported
     */
    byte[] take(byte[] event) throws IOException {
        JsonNode root = JSON.readTree(event);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        if (root.has("Records")) {
            for (JsonNode message : root.path("Records")) {
                String id = message.path("messageId").asText();
                if (!succeeds(id, message)) {
                    failures.addObject().put("itemIdentifier", id);
                }
            }
        } else if (root.has("detail-type")) {
            takeAlone(root);
        } else {
            throw new IOException("neither a batch of SQS messages nor an event of EventBridge");
        }
        return JSON.writeValueAsBytes(answer);
    }

    private boolean succeeds(String id, JsonNode message) {
        ImportLog.Line line = log.begin(id);
        try {
            take(JSON.readTree(message.path("body").asText()), line);
            return true;
        } catch (JsonProcessingException e) {
            line.failed(new IOException("the message's body is no JSON", e));
            return false;
        } catch (IOException | LoadFailed | RuntimeException e) {
            line.failed(e);
            return false;
        }
    }

    private void takeAlone(JsonNode event) throws IOException {
        ImportLog.Line line = log.begin(event.path("id").asText());
        try {
            take(event, line);
        } catch (LoadFailed e) {
            line.failed(e);
            throw new IOException(e);
        } catch (IOException | RuntimeException e) {
            line.failed(e);
            throw e;
        }
    }

    private void take(JsonNode event, ImportLog.Line line) throws IOException, LoadFailed {
        if (!event.path("detail-type").asText().equals("Object Created")) {
            throw new IOException(
                    "the event is '%s', not 'Object Created'"
                            .formatted(event.path("detail-type").asText()));
        }
        String from = event.path("detail").path("bucket").path("name").asText();
        String key = event.path("detail").path("object").path("key").asText();
        line.object(key);
        if (!from.equals(bucket)) {
            line.ended(new ObjectOutcome.LeftAlone("it is in the bucket " + from));
            return;
        }
        line.ended(objects.run(key, LoadListener.none()));
    }
}
