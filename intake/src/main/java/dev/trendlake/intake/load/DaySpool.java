package dev.trendlake.intake.load;

import io.airlift.compress.v3.lz4.Lz4Compressor;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows by UTC day, in blocks that are packed with LZ4. Beyond a size they wait in a
 * temporary file, so that what is in memory is bounded, whatever the number of rows.
 */
final class DaySpool implements AutoCloseable {
    private static final int BLOCK = 1 << 18;
    private static final int SMALLEST = 1 << 12;
    private static final long DAY = 86_400_000;

    /** Takes the bytes of a block, full of rows. */
    @FunctionalInterface
    interface BlockTaker {
        /** Takes a block, whose bytes are nobody else's. */
        void take(byte[] bytes, int size) throws IOException;
    }

    /** Packed rows, in memory or in the file. */
    private static final class Block {
        private byte @Nullable [] packed;
        private final int packedSize;
        private final int size;
        private long position;

        Block(byte[] packed, int packedSize, int size) {
            this.packed = packed;
            this.packedSize = packedSize;
            this.size = size;
        }
    }

    private static final class Day {
        private final List<Block> blocks = new ArrayList<>();
        private EncodedEvents open = new EncodedEvents(SMALLEST);
        private long rows;
    }

    private final Lz4Compressor packer = Lz4Compressor.create();
    private final Lz4Decompressor unpacker = Lz4Decompressor.create();
    private final long limit;
    private final TreeMap<Long, Day> days = new TreeMap<>();
    private final List<Block> inMemory = new ArrayList<>();
    private @Nullable FileChannel file;
    private long openSize;
    private long packedSize;

    /**
     * @param limit how many bytes may be in memory, about
     */
    DaySpool(long limit) {
        this.limit = limit;
    }

    void addAll(EncodedEvents events) throws IOException {
        events.forEach(this::add);
        if (openSize + packedSize > limit) {
            if (openSize > limit / 2) {
                days.values().forEach(this::seal);
            }
            spill();
        }
    }

    /** The days that have rows, in their order. */
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> dates = new TreeSet<>();
        days.keySet().forEach(day -> dates.add(LocalDate.ofEpochDay(day)));
        return dates;
    }

    /** How many rows a day has. */
    long rows(LocalDate day) {
        return day(day).rows;
    }

    /** Gives the rows of a day, in the order they came; as often as it is asked. */
    void forEachBlock(LocalDate date, BlockTaker taker) throws IOException {
        Day day = day(date);
        for (Block block : day.blocks) {
            byte[] bytes = new byte[block.size];
            byte[] packed = packed(block);
            unpacker.decompress(packed, 0, block.packedSize, bytes, 0, block.size);
            taker.take(bytes, block.size);
        }
        if (day.open.size() > 0) {
            taker.take(Arrays.copyOf(day.open.bytes(), day.open.size()), day.open.size());
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void add(EventRow row) {
        Day day = days.computeIfAbsent(Math.floorDiv(row.timestamp(), DAY), _ -> newDay());
        openSize -= day.open.capacity();
        day.open.add(row);
        openSize += day.open.capacity();
        day.rows++;
        if (day.open.size() >= BLOCK) {
            seal(day);
        }
    }

    private Day newDay() {
        openSize += SMALLEST;
        return new Day();
    }

    private void seal(Day day) {
        int size = day.open.size();
        if (size == 0) {
            return;
        }
        byte[] packed = new byte[packer.maxCompressedLength(size)];
        int length = packer.compress(day.open.bytes(), 0, size, packed, 0, packed.length);
        Block block = new Block(Arrays.copyOf(packed, length), length, size);
        day.blocks.add(block);
        inMemory.add(block);
        packedSize += length;
        openSize -= day.open.capacity();
        day.open = new EncodedEvents(SMALLEST);
        openSize += day.open.capacity();
    }

    private void spill() throws IOException {
        FileChannel target = file();
        for (Block block : inMemory) {
            block.position = target.size();
            ByteBuffer bytes = ByteBuffer.wrap(packed(block));
            target.position(block.position);
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
            block.packed = null;
        }
        inMemory.clear();
        packedSize = 0;
    }

    private byte[] packed(Block block) throws IOException {
        if (block.packed != null) {
            return block.packed;
        }
        ByteBuffer bytes = ByteBuffer.allocate(block.packedSize);
        while (bytes.hasRemaining()) {
            if (file().read(bytes, block.position + bytes.position()) < 0) {
                throw new IOException("the temporary file of rows ends early");
            }
        }
        return bytes.array();
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("trendlake-rows-", ".lz4");
            file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    private Day day(LocalDate date) {
        Day day = days.get(date.toEpochDay());
        if (day == null) {
            throw new IllegalArgumentException("no rows of " + date);
        }
        return day;
    }
}
