package dev.trendlake.intake.source;

import io.airlift.compress.v3.lz4.Lz4Decompressor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.brotli.dec.BrotliInputStream;

/**
 * Rewrites a Parquet file whose compression the reader doesn't know (brotli, and raw LZ4) without
 * any, page by page; the pages themselves stay as they are.
 */
final class ParquetTranscoder {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    /** A page of a file that is not damaged is far below it. */
    private static final int LARGEST_PAGE = 256 << 20;

    private final FileChannel source;
    private final OutputStream target;
    private long position;

    private ParquetTranscoder(FileChannel source, OutputStream target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Rewrites a file.
     *
     * @throws IOException when it is damaged, or can't be read or written
     */
    static void transcode(Path file, Path plain) throws IOException {
        try (FileChannel source = FileChannel.open(file);
                OutputStream target = new BufferedOutputStream(Files.newOutputStream(plain))) {
            new ParquetTranscoder(source, target).transcode();
        }
    }

    private void transcode() throws IOException {
        FileMetaData footer = footer();
        write(MAGIC);
        for (RowGroup group : footer.getRow_groups()) {
            long start = position;
            for (ColumnChunk chunk : group.getColumns()) {
                transcode(chunk);
            }
            group.setFile_offset(start);
            group.setTotal_compressed_size(position - start);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        write(bytes.toByteArray());
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        write(length.putInt(bytes.size()).array());
        write(MAGIC);
    }

    private FileMetaData footer() throws IOException {
        ByteBuffer tail = ByteBuffer.wrap(read(source.size() - TAIL, Integer.BYTES));
        int length = tail.order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] footer = read(source.size() - TAIL - length, length);
        return Util.readFileMetaData(new ByteArrayInputStream(footer));
    }

    private byte[] read(long from, int length) throws IOException {
        if (from < 0 || length < 0) {
            throw new IOException("its footer is damaged");
        }
        return at(from).readNBytes(length);
    }

    private InputStream at(long from) throws IOException {
        return Channels.newInputStream(source.position(from));
    }

    private void transcode(ColumnChunk chunk) throws IOException {
        ColumnMetaData metadata = chunk.getMeta_data();
        long start =
                metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0
                        ? metadata.getDictionary_page_offset()
                        : metadata.getData_page_offset();
        boolean hasDictionary = start < metadata.getData_page_offset();
        long first = position;
        long data = position;
        long values = 0;
        InputStream pages = new BufferedInputStream(at(start), 1 << 16);
        while (values < metadata.getNum_values()) {
            PageHeader header = Util.readPageHeader(pages);
            transcode(header, pages, metadata.getCodec());
            if (header.getType() == PageType.DICTIONARY_PAGE) {
                data = position;
            } else {
                values += values(header);
            }
        }
        if (isTranscoded(metadata.getCodec())) {
            metadata.setCodec(CompressionCodec.UNCOMPRESSED);
        }
        metadata.setTotal_compressed_size(position - first);
        metadata.setTotal_uncompressed_size(position - first);
        metadata.setData_page_offset(data);
        if (hasDictionary) {
            metadata.setDictionary_page_offset(first);
        } else {
            metadata.unsetDictionary_page_offset();
        }
        forgetPlaces(chunk);
    }

    // What lies beside the pages is not copied.
    private static void forgetPlaces(ColumnChunk chunk) {
        chunk.setFile_offset(0);
        chunk.unsetColumn_index_offset();
        chunk.unsetColumn_index_length();
        chunk.unsetOffset_index_offset();
        chunk.unsetOffset_index_length();
        chunk.getMeta_data().unsetBloom_filter_offset();
        chunk.getMeta_data().unsetBloom_filter_length();
        chunk.getMeta_data().unsetIndex_page_offset();
    }

    private static long values(PageHeader header) throws IOException {
        return switch (header.getType()) {
            case DATA_PAGE -> header.getData_page_header().getNum_values();
            case DATA_PAGE_V2 -> header.getData_page_header_v2().getNum_values();
            case DICTIONARY_PAGE, INDEX_PAGE ->
                    throw new IOException("a page of the type " + header.getType());
        };
    }

    private void transcode(PageHeader header, InputStream pages, CompressionCodec codec)
            throws IOException {
        byte[] body = pages.readNBytes(checked(header.getCompressed_page_size()));
        if (!isTranscoded(codec)) {
            write(header);
            write(body);
            return;
        }
        int size = checked(header.getUncompressed_page_size());
        byte[] plain = new byte[size];
        int levels = 0;
        boolean isCompressed = true;
        if (header.getType() == PageType.DATA_PAGE_V2) {
            var v2 = header.getData_page_header_v2();
            levels = v2.getRepetition_levels_byte_length() + v2.getDefinition_levels_byte_length();
            isCompressed = !v2.isSetIs_compressed() || v2.isIs_compressed();
            v2.setIs_compressed(false);
        }
        System.arraycopy(body, 0, plain, 0, levels);
        if (isCompressed && size > levels) {
            unpack(codec, body, plain, levels);
        } else {
            System.arraycopy(body, levels, plain, levels, size - levels);
        }
        header.setCompressed_page_size(size);
        header.unsetCrc();
        write(header);
        write(plain);
    }

    private static boolean isTranscoded(CompressionCodec codec) {
        return codec == CompressionCodec.BROTLI || codec == CompressionCodec.LZ4_RAW;
    }

    private void write(PageHeader header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, bytes);
        write(bytes.toByteArray());
    }

    private static int checked(int size) throws IOException {
        if (size < 0 || size > LARGEST_PAGE) {
            throw new IOException("a page of %,d bytes".formatted(size));
        }
        return size;
    }

    private static void unpack(CompressionCodec codec, byte[] packed, byte[] plain, int from)
            throws IOException {
        int length = plain.length - from;
        int count =
                switch (codec) {
                    case BROTLI ->
                            new BrotliInputStream(
                                            new ByteArrayInputStream(
                                                    packed, from, packed.length - from))
                                    .readNBytes(plain, from, length);
                    case LZ4_RAW ->
                            Lz4Decompressor.create()
                                    .decompress(
                                            packed,
                                            from,
                                            packed.length - from,
                                            plain,
                                            from,
                                            length);
                    case UNCOMPRESSED, SNAPPY, GZIP, LZO, LZ4, ZSTD ->
                            throw new IllegalStateException(codec + " is not transcoded");
                };
        if (count < length) {
            throw new IOException("a page ends after %,d of %,d bytes".formatted(count, length));
        }
    }

    private void write(byte[] bytes) throws IOException {
        target.write(bytes);
        position += bytes.length;
    }
}
