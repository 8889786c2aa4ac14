package dev.trendlake.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes short names of long texts. */
public final class Digests {
    private Digests() {}

    /** The first 128 bits of it: enough where nobody gains from two alike. */
    static String brief(String text) {
        return of(text).substring(0, 32);
    }

    /** The lower-case hex SHA-256 of a text. */
    public static String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
