package dev.trendlake.intake.load;

/** A set of keys in two arrays of numbers, without an object for each. */
final class KeySet {
    private static final int SMALLEST = 1 << 10;

    private long[] highs;
    private long[] lows;
    private int size;

    /**
     * @param expected how many keys will come, about
     */
    KeySet(long expected) {
        long capacity = SMALLEST;
        while (capacity < expected * 3 / 2 && capacity < 1 << 28) {
            capacity *= 2;
        }
        highs = new long[(int) capacity];
        lows = new long[(int) capacity];
    }

    /** Adds a key, and says whether it is new. */
    boolean add(long high, long low) {
        // Two zeros are a free place; a key of zeros stands for the one beside it.
        long second = high == 0 && low == 0 ? 1 : low;
        int slot = slot(high, second);
        while (highs[slot] != 0 || lows[slot] != 0) {
            if (highs[slot] == high && lows[slot] == second) {
                return false;
            }
            slot = (slot + 1) & (highs.length - 1);
        }
        highs[slot] = high;
        lows[slot] = second;
        size++;
        if (size > highs.length / 4 * 3) {
            grow();
        }
        return true;
    }

    // Keys are hashes: each of their bits is as good as another.
    private int slot(long high, long low) {
        return (int) (high ^ low) & (highs.length - 1);
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        highs = new long[oldHighs.length * 2];
        lows = new long[oldHighs.length * 2];
        size = 0;
        for (int i = 0; i < oldHighs.length; i++) {
            if (oldHighs[i] != 0 || oldLows[i] != 0) {
                add(oldHighs[i], oldLows[i]);
            }
        }
    }
}
