package dev.trendlake.intake.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of fields that were met. Not safe for several threads. */
public final class JsonKeys {
    /** More are not held: documents may use names as data. */
    private static final int MOST = 1 << 16;

    private @Nullable JsonKey[] table = new JsonKey[1 << 10];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Whether it is time to forget them, between two documents. */
    public boolean isFull() {
        return size >= MOST;
    }

    static int hashed(int hash, byte next) {
        return hash * 31 + next;
    }

    /** The key of a name without escapes, given with the hash over its bytes. */
    JsonKey key(byte[] text, int from, int to, int hash) {
        int slot = slot(hash);
        JsonKey key = table[slot];
        while (key != null) {
            if (key.hash() == hash && key.is(text, from, to)) {
                return key;
            }
            slot = (slot + 1) & (table.length - 1);
            key = table[slot];
        }
        return added(slot, new JsonKey(Arrays.copyOfRange(text, from, to), hash, size));
    }

    private JsonKey added(int slot, JsonKey key) {
        table[slot] = key;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return key;
    }

    private void grow() {
        @Nullable JsonKey[] old = table;
        table = new JsonKey[old.length * 2];
        for (JsonKey key : old) {
            if (key != null) {
                int slot = slot(key.hash());
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = key;
            }
        }
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (table.length - 1);
    }
}
