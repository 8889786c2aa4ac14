package dev.trendlake.intake.lake;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.IntegerType.INTEGER;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MILLIS;
import static io.trino.spi.type.VarcharType.VARCHAR;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.type.Type;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of the lake.
 *
 * @param <R> what a row is made from
 * @param name as in the Glue table
 * @param glueType its type in the Glue table
 * @param type its type in the engine
 * @param writer puts the column's value of a row into a block
 */
public record LakeColumn<R>(
        String name, String glueType, Type type, BiConsumer<BlockBuilder, R> writer) {
    /** A column of texts. */
    public static <R> LakeColumn<R> text(String name, Function<R, @Nullable String> value) {
        return new LakeColumn<>(
                name,
                "string",
                VARCHAR,
                (block, row) -> {
                    String text = value.apply(row);
                    if (text == null) {
                        block.appendNull();
                        return;
                    }
                    VARCHAR.writeSlice(block, Slices.utf8Slice(text));
                });
    }

    /** A column of texts that are encoded already. */
    public static <R> LakeColumn<R> utf8(String name, Function<R, @Nullable Slice> value) {
        return new LakeColumn<>(
                name,
                "string",
                VARCHAR,
                (block, row) -> {
                    Slice text = value.apply(row);
                    if (text == null) {
                        block.appendNull();
                        return;
                    }
                    VARCHAR.writeSlice(block, text);
                });
    }

    /** A column of 64-bit numbers. */
    public static <R> LakeColumn<R> bigint(String name, ToLongFunction<R> value) {
        return new LakeColumn<>(
                name,
                "bigint",
                BIGINT,
                (block, row) -> BIGINT.writeLong(block, value.applyAsLong(row)));
    }

    /** A column of 32-bit numbers. */
    public static <R> LakeColumn<R> integer(String name, ToIntFunction<R> value) {
        return new LakeColumn<>(
                name,
                "int",
                INTEGER,
                (block, row) -> INTEGER.writeLong(block, value.applyAsInt(row)));
    }

    /** A column of times, to the millisecond: Athena reads no finer ones (spec: Athena, 5). */
    public static <R> LakeColumn<R> timestamp(String name, Function<R, Instant> value) {
        return milliseconds(name, row -> value.apply(row).toEpochMilli());
    }

    /** A column of times, in milliseconds since 1970. */
    public static <R> LakeColumn<R> milliseconds(String name, ToLongFunction<R> value) {
        return new LakeColumn<>(
                name,
                "timestamp",
                TIMESTAMP_MILLIS,
                (block, row) ->
                        TIMESTAMP_MILLIS.writeLong(block, value.applyAsLong(row) * MICROSECONDS));
    }

    /** The engine counts in microseconds. */
    static final long MICROSECONDS = 1_000;

    void write(BlockBuilder block, R row) {
        writer.accept(block, row);
    }
}
