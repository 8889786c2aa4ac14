package dev.trendlake.local.trigger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.queue.Message;
import dev.trendlake.local.queue.MessageAttributes;
import java.util.List;

/** The event that Lambda gives a function which reads a queue. */
final class QueueEvent {
    private QueueEvent() {}

    static String of(List<Message> batch, String queueArn, String region) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(record(message, queueArn, region)));
        return event.toString();
    }

    private static ObjectNode record(Message message, String queueArn, String region) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("messageId", message.id());
        record.put("receiptHandle", message.receipt());
        record.put("body", message.body());
        record.set("attributes", MessageAttributes.of(message));
        record.putObject("messageAttributes");
        record.put("md5OfBody", MessageAttributes.md5Of(message.body()));
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", region);
        return record;
    }
}
