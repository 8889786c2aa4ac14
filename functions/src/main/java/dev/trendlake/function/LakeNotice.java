package dev.trendlake.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.lake.LakeKey;
import dev.trendlake.lake.LakePartition;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.ObjectChange.Kind;
import dev.trendlake.lake.ToldChange;
import java.io.IOException;

/** What S3 says of an object, through EventBridge (spec: AWS, EventBridge and S3 events). */
sealed interface LakeNotice {
    /** It belongs to a partition, which says something else now. */
    record Changed(ToldChange change) implements LakeNotice {}

    /** No statement's answer is another now, and why. */
    record LeftAlone(String key, String reason) implements LakeNotice {}

    /**
     * Reads one.
     *
     * @param text EventBridge's event
     * @param bucket the lake's
     * @throws IOException when it is no event of an object that appeared or is gone
     */
    static LakeNotice read(String text, String bucket) throws IOException {
        JsonNode event = parsed(text);
        JsonNode detail = event.path("detail");
        Kind kind = kind(event.path("detail-type").asText());
        String from = required(detail.at("/bucket/name"), "detail.bucket.name");
        String key = required(detail.at("/object/key"), "detail.object.key");
        if (!from.equals(bucket)) {
            return new LeftAlone(key, "it is in the bucket " + from);
        }
        if (kind == Kind.REMOVED && wasNotCurrent(detail)) {
            return new LeftAlone(key, "it had been replaced or removed long before");
        }
        String sequence = detail.at("/object/sequencer").asText(event.path("id").asText());
        return LakeKey.partitionOf(key)
                .map(of -> changed(of, new ObjectChange(kind, key), sequence))
                .orElseGet(() -> new LeftAlone(key, "no statement reads it"));
    }

    private static LakeNotice changed(
            LakePartition partition, ObjectChange change, String sequence) {
        return new Changed(new ToldChange(partition, change, sequence));
    }

    private static JsonNode parsed(String text) throws IOException {
        try {
            return JsonFormat.read(text);
        } catch (JsonProcessingException e) {
            throw new IOException("the message's body is no JSON", e);
        }
    }

    private static Kind kind(String detailType) throws IOException {
        return switch (detailType) {
            case "Object Created" -> Kind.CREATED;
            case "Object Deleted" -> Kind.REMOVED;
            default ->
                    throw new IOException(
                            "the event is '%s', not 'Object Created' or 'Object Deleted'"
                                    .formatted(detailType));
        };
    }

    private static String required(JsonNode text, String name) throws IOException {
        if (!text.isTextual() || text.asText().isEmpty()) {
            throw new IOException("the event has no " + name);
        }
        return text.asText();
    }

    // Where a bucket keeps versions, a rule that lets the current one expire makes a delete marker;
    // what it removes for good are older ones, and markers with nothing behind them.
    private static boolean wasNotCurrent(JsonNode detail) {
        return detail.path("reason").asText().equals("Lifecycle Expiration")
                && detail.path("deletion-type").asText().equals("Permanently Deleted")
                && !detail.at("/object/version-id").asText("").isEmpty();
    }
}
