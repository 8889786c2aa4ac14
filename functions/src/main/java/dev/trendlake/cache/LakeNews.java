package dev.trendlake.cache;

/** Whether somebody tells of changes of the lake. */
public sealed interface LakeNews {
    /** They are counted: what is kept is exact as long as nothing has changed. */
    record Counted(PartitionVersions versions) implements LakeNews {}

    /** They aren't: what is kept is as good as it is young. */
    record None() implements LakeNews {}
}
