package dev.trendlake.trend;

/** Whom a unique count counts. */
public sealed interface Actor {
    /** People. */
    record Person() implements Actor {}

    /** Groups of one type; events without such a group are left out. */
    record Group(int typeIndex) implements Actor {
        /** Checks the index. */
        public Group {
            GroupType.check(typeIndex);
        }
    }
}
