package dev.trendlake.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.s3.ObjectChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * What S3 tells EventBridge of an object, in EventBridge's words (version 0). The key is as it is,
 * not URL-encoded.
 */
final class ObjectEvent {
    private final String account;
    private final String region;

    ObjectEvent(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /**
     * The event.
     *
     * @param number grows from one change to the next; S3 promises that for the changes of one key
     */
    ObjectNode of(ObjectChange change, Instant time, long number) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", detailType(change));
        event.put("source", "aws.s3");
        event.put("account", account);
        event.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", region);
        event.putArray("resources").add("arn:aws:s3:::" + change.bucket());
        event.set("detail", detail(change, number));
        return event;
    }

    private static String detailType(ObjectChange change) {
        return switch (change) {
            case ObjectChange.Created _ -> "Object Created";
            case ObjectChange.Deleted _ -> "Object Deleted";
        };
    }

    private ObjectNode detail(ObjectChange change, long number) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("version", "0");
        detail.putObject("bucket").put("name", change.bucket());
        detail.set("object", object(change, number));
        detail.put("request-id", UUID.randomUUID().toString());
        detail.put("requester", account);
        detail.put("source-ip-address", "127.0.0.1");
        detail.put("reason", change.reason());
        if (change instanceof ObjectChange.Deleted) {
            // The buckets of this machine keep no versions.
            detail.put("deletion-type", "Permanently Deleted");
        }
        return detail;
    }

    private static ObjectNode object(ObjectChange change, long number) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("key", change.key());
        if (change instanceof ObjectChange.Created created) {
            object.put("size", created.size());
            object.put("etag", created.etag());
        }
        object.put("sequencer", String.format(Locale.ROOT, "%016X", number));
        return object;
    }
}
