package dev.trendlake.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of an API key in place of the key: {@code sha256$} and the lower-case hex SHA-256 of
 * its UTF-8 bytes, as PostHog keeps it (spec: HTTP, 1).
 */
public record KeyHash(String text) {
    /** Hashes a key. */
    public static KeyHash of(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
            return new KeyHash("sha256$" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
