package dev.trendlake.intake.lake;

import io.trino.spi.PageBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.parquet.format.SchemaElement;

/**
 * Writes a file as the lake has them: Parquet, ZSTD, rows in the order given, column by column. The
 * memory that it takes is bounded by some pages of 1 MB and what is encoded of a row group of 16
 * MB, whatever the number of rows: while pages are gathered, those before are encoded.
 */
public final class LakeFileWriter {
    /** How many bytes of values a row group has at most, about. */
    private static final long LARGEST_ROW_GROUP = 16 << 20;

    private LakeFileWriter() {}

    /**
     * Writes rows to a file, of which there is at least one.
     *
     * @return a name that follows from the content: the same rows give the same name
     */
    public static <R> String write(List<LakeColumn<R>> columns, Iterable<R> rows, Path file)
            throws IOException {
        return write(columns, RowGroupCut.bySize(), rows, file);
    }

    /**
     * Writes rows to a file, of which there is at least one.
     *
     * @param cut where row groups begin
     * @return a name that follows from the content: the same rows give the same name
     */
    public static <R> String write(
            List<LakeColumn<R>> columns, RowGroupCut<R> cut, Iterable<R> rows, Path file)
            throws IOException {
        MessageDigest digest = sha256();
        Path spool = file.resolveSibling(file.getFileName() + ".groups");
        List<SchemaElement> schema = EngineChunks.schema(columns);
        try (ColumnChunks chunks = new ColumnChunks(schema.getFirst(), spool);
                OutputStream out =
                        new DigestOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(file)), digest);
                RowGroupEncoding encoding =
                        new RowGroupEncoding(columns, schema.subList(1, schema.size()), chunks)) {
            new Writing<>(columns, cut, encoding).write(rows);
            chunks.writeTo(out);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16) + ".parquet";
    }

    /** One file being written. */
    private static final class Writing<R> {
        private final List<LakeColumn<R>> columns;
        private final RowGroupCut<R> cut;
        private final RowGroupEncoding encoding;
        private final PageBuilder page;
        private Object subject = "";
        private long rows;
        private long bytes;

        Writing(List<LakeColumn<R>> columns, RowGroupCut<R> cut, RowGroupEncoding encoding) {
            this.columns = columns;
            this.cut = cut;
            this.encoding = encoding;
            this.page = new PageBuilder(columns.stream().map(LakeColumn::type).toList());
        }

        void write(Iterable<R> rows) throws IOException {
            for (R row : rows) {
                if (beginsGroup(row)) {
                    endGroup();
                }
                add(row);
            }
            endGroup();
            encoding.finish();
        }

        private boolean beginsGroup(R row) {
            Object next = cut.subject().apply(row);
            boolean changes = !next.equals(subject);
            subject = next;
            boolean isFull = bytes + page.getSizeInBytes() >= LARGEST_ROW_GROUP;
            return isFull || (changes && rows >= cut.leastRows());
        }

        private void add(R row) throws IOException {
            page.declarePosition();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).write(page.getBlockBuilder(i), row);
            }
            rows++;
            if (page.isFull()) {
                endPage();
            }
        }

        private void endPage() throws IOException {
            bytes += page.getSizeInBytes();
            encoding.add(page.build());
            page.reset();
        }

        private void endGroup() throws IOException {
            if (!page.isEmpty()) {
                endPage();
            }
            encoding.endGroup();
            rows = 0;
            bytes = 0;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
