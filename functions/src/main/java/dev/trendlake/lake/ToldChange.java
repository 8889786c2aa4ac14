package dev.trendlake.lake;

/**
 * A change of an object that S3 has told of, perhaps not for the first time.
 *
 * @param partition the object's
 * @param change what happened
 * @param sequence tells the changes of one object apart: the same each time that one is told of
 */
public record ToldChange(LakePartition partition, ObjectChange change, String sequence) {}
