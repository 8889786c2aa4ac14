package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.SideTableStore;
import dev.trendlake.lake.PartitionChanges;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What an import reads and writes.
 *
 * @param bucket the data bucket
 * @param tables where persons and groups are kept
 * @param names learns what events and properties are called
 * @param columns knows which properties have columns
 * @param changes is told of what has changed
 * @param leases keep two from changing a day at once
 * @param clock says what tomorrow is, the last day that the table has
 */
public record LakeAccess(
        S3Client s3,
        String bucket,
        ProjectTimes projects,
        SideTableStore tables,
        NameRegister names,
        ColumnRegister columns,
        PartitionChanges changes,
        DayLeases leases,
        Clock clock) {}
