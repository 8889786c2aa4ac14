package dev.trendlake.intake.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name of fields, the same object for the same name. */
public final class JsonKey {
    private final byte[] bytes;
    private final String name;
    private final int hash;
    private final int number;
    // For each depth, the object that had a field of this name last.
    private long[] holders = new long[2];

    JsonKey(byte[] bytes, int hash, int number) {
        this.bytes = bytes;
        this.name = new String(bytes, StandardCharsets.UTF_8);
        this.hash = hash;
        this.number = number;
    }

    /** The name, without escapes. */
    public String name() {
        return name;
    }

    /** Its place among the names that were met, from 0, without gaps. */
    public int number() {
        return number;
    }

    int hash() {
        return hash;
    }

    boolean is(byte[] text, int from, int to) {
        return Arrays.equals(bytes, 0, bytes.length, text, from, to);
    }

    /** Notes that an object has a field of this name, and says whether it had one before. */
    boolean repeats(int depth, long holder) {
        if (depth >= holders.length) {
            holders = Arrays.copyOf(holders, Math.max(depth + 1, holders.length * 2));
        }
        boolean repeats = holders[depth] == holder;
        holders[depth] = holder;
        return repeats;
    }
}
