package dev.trendlake.intake.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What repeated rows of one day have in common: event, distinct id and uuid (spec: batch export,
 * 1), as the first 128 bits of their SHA-256, so that the keys of a day fit into memory.
 */
record EventKey(long high, long low) {
    static EventKey of(String event, String distinctId, String uuid) {
        MessageDigest digest = sha256();
        update(digest, event);
        update(digest, distinctId);
        update(digest, uuid);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new EventKey(bytes.getLong(), bytes.getLong());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    // The length comes first: "ab" and "c" are not "a" and "bc".
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
