package dev.trendlake.intake.load;

import io.airlift.slice.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What repeated rows of one day have in common: event, distinct id and uuid (spec: batch export,
 * 1), as the first 128 bits of their SHA-256, so that the keys of a day fit into memory.
 */
public record EventKey(long high, long low) {
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Makes keys, one after the other. Not safe for several threads. */
    public static final class Maker {
        private final MessageDigest digest = sha256();
        private final byte[] length = new byte[Integer.BYTES];

        /** The key of an event. */
        public EventKey of(Slice event, Slice distinctId, Slice uuid) {
            update(event);
            update(distinctId);
            update(uuid);
            byte[] hash = digest.digest();
            return new EventKey((long) LONGS.get(hash, 0), (long) LONGS.get(hash, Long.BYTES));
        }

        // The length comes first: "ab" and "c" are not "a" and "bc".
        private void update(Slice text) {
            INTS.set(length, 0, text.length());
            digest.update(length);
            digest.update(text.byteArray(), text.byteArrayOffset(), text.length());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
