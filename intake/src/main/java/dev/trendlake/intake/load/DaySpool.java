package dev.trendlake.intake.load;

import io.airlift.compress.v3.lz4.Lz4Compressor;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows by UTC day, in blocks that are packed with LZ4. Beyond a size they wait in a
 * temporary file, with all that comes after them, so that what is in memory is bounded, whatever
 * the number of rows.
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

        Block(byte[] packed, int size) {
            this.packed = packed;
            this.packedSize = packed.length;
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
    private @Nullable SpoolFile file;
    // Packed bytes of one block after the other.
    private byte[] room = new byte[0];
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
        boolean isOver = openSize + packedSize > limit;
        if (isOver && openSize > limit / 2) {
            days.values().forEach(this::close);
        }
        // What goes there at once is not yet among the old objects, which cost most to collect.
        if (isOver || file != null) {
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
            unpack(block, bytes);
            taker.take(bytes, block.size);
        }
        if (day.open.size() > 0) {
            taker.take(Arrays.copyOf(day.open.bytes(), day.open.size()), day.open.size());
        }
    }

    /** Gives the rows of a day as {@link #forEachBlock} does, each until the next is given. */
    void forEachRow(LocalDate date, Consumer<EventRow> taker) throws IOException {
        Day day = day(date);
        byte[] bytes = new byte[0];
        for (Block block : day.blocks) {
            bytes = bytes.length < block.size ? new byte[block.size] : bytes;
            unpack(block, bytes);
            EncodedEvents.forEach(bytes, block.size, taker);
        }
        day.open.forEach(taker);
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

    /** Seals the rows of a day that waits for more, which need not come soon. */
    private void close(Day day) {
        seal(day);
        openSize -= day.open.capacity();
        day.open = new EncodedEvents(SMALLEST);
        openSize += day.open.capacity();
    }

    private void seal(Day day) {
        int size = day.open.size();
        if (size == 0) {
            return;
        }
        makeRoom(packer.maxCompressedLength(size));
        int length = packer.compress(day.open.bytes(), 0, size, room, 0, room.length);
        Block block = new Block(Arrays.copyOf(room, length), size);
        day.blocks.add(block);
        inMemory.add(block);
        packedSize += length;
        day.open.clear();
    }

    private void spill() throws IOException {
        if (file == null) {
            file = new SpoolFile();
        }
        for (Block block : inMemory) {
            if (block.packed != null) {
                block.position = file.add(block.packed);
                block.packed = null;
            }
        }
        inMemory.clear();
        packedSize = 0;
    }

    private void unpack(Block block, byte[] target) throws IOException {
        byte[] packed = block.packed;
        if (packed == null) {
            if (file == null) {
                throw new IllegalStateException("rows that are nowhere");
            }
            makeRoom(block.packedSize);
            packed = room;
            file.read(block.position, packed, block.packedSize);
        }
        unpacker.decompress(packed, 0, block.packedSize, target, 0, block.size);
    }

    private void makeRoom(int size) {
        if (room.length < size) {
            room = new byte[size];
        }
    }

    private Day day(LocalDate date) {
        Day day = days.get(date.toEpochDay());
        if (day == null) {
            throw new IllegalArgumentException("no rows of " + date);
        }
        return day;
    }
}
