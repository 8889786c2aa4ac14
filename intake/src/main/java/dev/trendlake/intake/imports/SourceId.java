package dev.trendlake.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a source from all others: the same object imported again has the same one, and its
 * files in the lake the same names.
 *
 * @param text 24 hexadecimal digits
 */
public record SourceId(String text) {
    private static final int BYTES = 12;

    /** Checks the digits. */
    public SourceId {
        if (!text.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException("'%s' is not 24 hexadecimal digits".formatted(text));
        }
    }

    /** That of one state of an object: the start of the SHA-256 of bucket, key and entity tag. */
    public static SourceId ofObject(String bucket, String key, String etag) {
        String object = "%s/%s\n%s".formatted(bucket, key, etag.replace("\"", ""));
        return of(sha256().digest(object.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * That of content, wherever it lies: the start of its SHA-256. The stream is read to its end.
     */
    public static SourceId ofContent(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        int count = content.read(buffer);
        while (count >= 0) {
            digest.update(buffer, 0, count);
            count = content.read(buffer);
        }
        return of(digest.digest());
    }

    private static SourceId of(byte[] hash) {
        return new SourceId(HexFormat.of().formatHex(hash, 0, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
