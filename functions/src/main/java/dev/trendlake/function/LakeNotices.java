package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.lake.ToldChange;
import dev.trendlake.lake.ToldChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Batches of SQS messages, each of which tells of an object of the lake. */
final class LakeNotices {
    private final ToldChanges changes;
    private final String bucket;
    private final NoticeLog log;

    /**
     * @param bucket the lake's, whose objects alone are looked at
     */
    LakeNotices(ToldChanges changes, String bucket, NoticeLog log) {
        this.changes = changes;
        this.bucket = bucket;
        this.log = log;
    }

    /**
     * Raises the versions of the partitions that a batch tells of, each once.
     *
     * @return {@code {"batchItemFailures":[{"itemIdentifier":ID}]}} with the messages that are to
     *     come again
     * @throws IOException when the event is no batch of messages
     */
    String take(String event) throws IOException {
        JsonNode messages = JsonFormat.read(event).path("Records");
        if (!messages.isArray()) {
            throw new IOException("the event is no batch of SQS messages: it has no Records");
        }
        NoticeLog.Line line = log.begin(messages.size());
        List<String> failed = new ArrayList<>();
        Map<String, ToldChange> told = read(messages, failed, line);
        try {
            line.raised(changes.take(told.values()));
        } catch (RuntimeException e) {
            line.failed(e);
            failed.addAll(told.keySet());
        }
        line.write();
        return answer(failed);
    }

    /** The changes by the id of their message. */
    private Map<String, ToldChange> read(
            JsonNode messages, List<String> failed, NoticeLog.Line line) {
        Map<String, ToldChange> told = new LinkedHashMap<>();
        for (JsonNode message : messages) {
            String id = message.path("messageId").asText();
            try {
                switch (LakeNotice.read(message.path("body").asText(), bucket)) {
                    case LakeNotice.Changed(var change) -> told.put(id, change);
                    case LakeNotice.LeftAlone(var key, var reason) -> line.leftAlone(key, reason);
                }
            } catch (IOException e) {
                line.unreadable(id, e);
                failed.add(id);
            }
        }
        return told;
    }

    private static String answer(List<String> failed) {
        ObjectNode answer = JsonFormat.object();
        ArrayNode failures = answer.putArray("batchItemFailures");
        failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
        return JsonFormat.write(answer);
    }
}
