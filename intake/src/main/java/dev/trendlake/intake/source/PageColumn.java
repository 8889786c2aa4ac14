package dev.trendlake.intake.source;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.BooleanType.BOOLEAN;
import static io.trino.spi.type.IntegerType.INTEGER;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MICROS;
import static io.trino.spi.type.TimestampType.TIMESTAMP_NANOS;
import static io.trino.spi.type.VarcharType.VARCHAR;

import io.airlift.slice.Slice;
import io.trino.spi.Page;
import io.trino.spi.block.Block;
import io.trino.spi.type.LongTimestamp;
import io.trino.spi.type.Type;

/**
 * A column of a page.
 *
 * @param channel its place
 * @param kind what it holds
 */
public record PageColumn(int channel, Kind kind) {
    /** What a column holds. */
    public enum Kind {
        /** Texts. */
        TEXT,
        /** Times, to the microsecond. */
        MICROSECONDS,
        /** Times, to the nanosecond. */
        NANOSECONDS,
        /** Whole numbers of 64 bits. */
        LONG,
        /** Whole numbers of 32 bits. */
        INT,
        /** True and false. */
        FLAG;

        /** As the engine calls it. */
        public Type type() {
            return switch (this) {
                case TEXT -> VARCHAR;
                case MICROSECONDS -> TIMESTAMP_MICROS;
                case NANOSECONDS -> TIMESTAMP_NANOS;
                case LONG -> BIGINT;
                case INT -> INTEGER;
                case FLAG -> BOOLEAN;
            };
        }
    }

    private static final int MICROSECONDS_OF_MILLISECOND = 1_000;

    /** Whether a row has nothing in it. */
    public boolean isNull(Page page, int row) {
        return page.getBlock(channel).isNull(row);
    }

    /** A text. */
    public Slice text(Page page, int row) {
        return VARCHAR.getSlice(page.getBlock(channel), row);
    }

    /** A time, in milliseconds since 1970; what is finer is cut off. */
    public long milliseconds(Page page, int row) {
        Block block = page.getBlock(channel);
        long microseconds =
                kind == Kind.NANOSECONDS
                        ? ((LongTimestamp) TIMESTAMP_NANOS.getObject(block, row)).getEpochMicros()
                        : TIMESTAMP_MICROS.getLong(block, row);
        return Math.floorDiv(microseconds, MICROSECONDS_OF_MILLISECOND);
    }

    /** A whole number. */
    public long number(Page page, int row) {
        Block block = page.getBlock(channel);
        return kind == Kind.INT ? INTEGER.getInt(block, row) : BIGINT.getLong(block, row);
    }

    /** True or false. */
    public boolean flag(Page page, int row) {
        return BOOLEAN.getBoolean(page.getBlock(channel), row);
    }
}
