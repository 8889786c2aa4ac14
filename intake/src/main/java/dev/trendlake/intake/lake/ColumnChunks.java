package dev.trendlake.intake.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * Puts row groups together into a file that is laid out column by column: all of a column's chunks
 * lie together, in the order of the row groups, and the columns in their own order.
 *
 * <p>An engine reads ranges that lie closer than 1 MB in one go. Were each row group's columns
 * together, as is usual, a question about one narrow column would read all that lies between its
 * chunks, that is most of the file, as soon as row groups are small. Parquet leaves the place of a
 * chunk open: the footer says where it is.
 *
 * <p>Columns without any value are left out; whoever reads by name finds NULL. Statistics are kept
 * of the columns alone that questions pass over row groups by, which makes the footer small.
 */
final class ColumnChunks implements AutoCloseable {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int FORMAT_VERSION = 1;
    private static final String WRITTEN_BY = "trendlake";
    private static final Set<String> WITH_STATISTICS =
            Set.of("event", "timestamp", "person_key", "type_index", "distinct_id");

    /** A chunk that waits, and where. */
    private record Waiting(EncodedChunk chunk, long position) {
        // The bytes are in the file.
        Waiting {
            chunk = new EncodedChunk(new byte[0], chunk.metadata(), chunk.schema());
        }
    }

    private final FileChannel spool;
    private final SchemaElement root;
    private final List<RowGroup> groups = new ArrayList<>();
    private final List<List<Waiting>> columns = new ArrayList<>();

    /**
     * @param root what the file's schema begins with
     * @param spool where row groups wait; it is removed at the end
     */
    ColumnChunks(SchemaElement root, Path spool) throws IOException {
        this.root = root;
        this.spool =
                FileChannel.open(
                        spool,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    void add(EncodedRowGroup group) throws IOException {
        groups.add(new RowGroup(new ArrayList<>(), 0, group.rows()));
        for (int column = 0; column < group.chunks().size(); column++) {
            if (column == columns.size()) {
                columns.add(new ArrayList<>());
            }
            EncodedChunk chunk = group.chunks().get(column);
            columns.get(column).add(new Waiting(chunk, spool.position()));
            ByteBuffer bytes = ByteBuffer.wrap(chunk.bytes());
            while (bytes.hasRemaining()) {
                spool.write(bytes);
            }
        }
    }

    /** Writes the file; there is at least one row group. */
    void writeTo(OutputStream out) throws IOException {
        out.write(MAGIC);
        WritableByteChannel target = Channels.newChannel(out);
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement(root));
        long position = MAGIC.length;
        for (List<Waiting> column : columns) {
            if (column.stream().anyMatch(waiting -> waiting.chunk().hasValues())) {
                schema.add(column.getFirst().chunk().schema());
                position = write(column, position, target);
            }
        }
        writeFooter(schema, out);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private long write(List<Waiting> column, long position, WritableByteChannel target)
            throws IOException {
        long end = position;
        for (int group = 0; group < groups.size(); group++) {
            Waiting waiting = column.get(group);
            ColumnMetaData metadata = placed(waiting.chunk().metadata(), end);
            long length = metadata.getTotal_compressed_size();
            copy(waiting.position(), length, target);
            RowGroup rows = groups.get(group);
            // The offset of a chunk itself is deprecated, and 0 when it isn't kept.
            rows.addToColumns(new ColumnChunk(0).setMeta_data(metadata));
            rows.setTotal_byte_size(
                    rows.getTotal_byte_size() + metadata.getTotal_uncompressed_size());
            end += length;
        }
        return end;
    }

    private void copy(long from, long length, WritableByteChannel target) throws IOException {
        long copied = 0;
        while (copied < length) {
            copied += spool.transferTo(from + copied, length - copied, target);
        }
    }

    private void writeFooter(List<SchemaElement> schema, OutputStream out) throws IOException {
        schema.getFirst().setNum_children(schema.size() - 1);
        long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
        FileMetaData footer = new FileMetaData(FORMAT_VERSION, schema, rows, groups);
        footer.setCreated_by(WRITTEN_BY);
        CountingOutput counted = new CountingOutput(out);
        Util.writeFileMetaData(footer, counted);
        BytesUtils.writeIntLittleEndian(out, Math.toIntExact(counted.count()));
        out.write(MAGIC);
    }

    private static ColumnMetaData placed(ColumnMetaData source, long position) {
        ColumnMetaData metadata = new ColumnMetaData(source);
        metadata.setData_page_offset(source.getData_page_offset() + position);
        if (source.isSetDictionary_page_offset()) {
            metadata.setDictionary_page_offset(source.getDictionary_page_offset() + position);
        }
        if (!WITH_STATISTICS.contains(metadata.getPath_in_schema().getLast())) {
            metadata.unsetStatistics();
        }
        return metadata;
    }
}
