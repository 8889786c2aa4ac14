package dev.trendlake.lake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The number that people are counted by: the XXH64 of the person's id in UTF-8, seed 0. Athena
 * calls it {@code from_big_endian_64(xxhash64(to_utf8(person_id)))}.
 */
public final class PersonKey {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    // The sum of the first two, and the first one's negative.
    private static final long FIRST_LANE = 0x60EA27EEADC0B5D6L;
    private static final long FOURTH_LANE = 0x61C8864E7A143579L;
    private static final int STRIPE = 32;

    private PersonKey() {}

    /** The key of a person's id. */
    public static long of(String personId) {
        ByteBuffer input =
                ByteBuffer.wrap(personId.getBytes(StandardCharsets.UTF_8))
                        .order(ByteOrder.LITTLE_ENDIAN);
        int length = input.remaining();
        long hash = (length < STRIPE ? PRIME_5 : stripes(input)) + length;
        return avalanche(rest(hash, input));
    }

    private static long stripes(ByteBuffer input) {
        long first = FIRST_LANE;
        long second = PRIME_2;
        long third = 0;
        long fourth = FOURTH_LANE;
        while (input.remaining() >= STRIPE) {
            first = round(first, input.getLong());
            second = round(second, input.getLong());
            third = round(third, input.getLong());
            fourth = round(fourth, input.getLong());
        }
        long hash =
                Long.rotateLeft(first, 1)
                        + Long.rotateLeft(second, 7)
                        + Long.rotateLeft(third, 12)
                        + Long.rotateLeft(fourth, 18);
        return merged(merged(merged(merged(hash, first), second), third), fourth);
    }

    private static long rest(long start, ByteBuffer input) {
        long hash = start;
        while (input.remaining() >= Long.BYTES) {
            hash ^= round(0, input.getLong());
            hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
        }
        if (input.remaining() >= Integer.BYTES) {
            hash ^= Integer.toUnsignedLong(input.getInt()) * PRIME_1;
            hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
        }
        while (input.hasRemaining()) {
            hash ^= Byte.toUnsignedLong(input.get()) * PRIME_5;
            hash = Long.rotateLeft(hash, 11) * PRIME_1;
        }
        return hash;
    }

    private static long avalanche(long start) {
        long hash = (start ^ (start >>> 33)) * PRIME_2;
        hash = (hash ^ (hash >>> 29)) * PRIME_3;
        return hash ^ (hash >>> 32);
    }

    private static long merged(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }
}
