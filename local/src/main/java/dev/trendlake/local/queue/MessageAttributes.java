package dev.trendlake.local.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What SQS tells of a message beside its body. */
public final class MessageAttributes {
    private MessageAttributes() {}

    /** Its attributes: numbers as texts, times in milliseconds. */
    public static ObjectNode of(Message message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ApproximateReceiveCount", Integer.toString(message.receives()))
                .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()))
                .put("SenderId", "local")
                .put(
                        "ApproximateFirstReceiveTimestamp",
                        Long.toString(message.firstReceivedAt().toEpochMilli()));
    }

    /** The MD5 sum of a body, in hexadecimal. */
    public static String md5Of(String body) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
