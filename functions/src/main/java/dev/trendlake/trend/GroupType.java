package dev.trendlake.trend;

/** The numbers of group types: 0 to 4. */
public final class GroupType {
    private GroupType() {}

    /** Whether a group type can have this number. */
    public static boolean exists(long index) {
        return index >= 0 && index <= 4;
    }

    static void check(int index) {
        if (!exists(index)) {
            throw new IllegalArgumentException("group type " + index + " is not one of 0 to 4");
        }
    }
}
