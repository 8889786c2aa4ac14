package dev.trendlake.intake.lake;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.IntegerType.INTEGER;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MILLIS;
import static io.trino.spi.type.VarcharType.VARCHAR;

import io.airlift.slice.Slice;
import io.trino.spi.block.Block;
import io.trino.spi.connector.SourcePage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that was read, whose values are asked for by the place of their column. */
public record LakeRow(SourcePage page, int row) {
    /** A text; empty where there is none. */
    public String text(int column) {
        Block block = page.getBlock(column);
        return block.isNull(row) ? "" : VARCHAR.getSlice(block, row).toStringUtf8();
    }

    /** A text as it is encoded; null where there is none. */
    public @Nullable Slice utf8(int column) {
        Block block = page.getBlock(column);
        return block.isNull(row) ? null : VARCHAR.getSlice(block, row);
    }

    /** A 64-bit number. */
    public long bigint(int column) {
        return BIGINT.getLong(page.getBlock(column), row);
    }

    /** A 32-bit number. */
    public int integer(int column) {
        return INTEGER.getInt(page.getBlock(column), row);
    }

    /** A time in milliseconds since 1970. */
    public long milliseconds(int column) {
        long microseconds = TIMESTAMP_MILLIS.getLong(page.getBlock(column), row);
        return Math.floorDiv(microseconds, LakeColumn.MICROSECONDS);
    }

    /** A time. */
    public Instant timestamp(int column) {
        return Instant.ofEpochMilli(milliseconds(column));
    }
}
