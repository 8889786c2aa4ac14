package dev.trendlake.intake.lake;

import io.trino.spi.Page;
import io.trino.spi.PageBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.parquet.format.SchemaElement;

/**
 * Writes a file as the lake has them: Parquet, ZSTD, rows in the order given, column by column. The
 * memory that it takes is bounded by some row groups of 16 MB, whatever the number of rows: while
 * one is gathered, two are encoded, on a thread each.
 */
public final class LakeFileWriter {
    /** How many bytes of values a row group has at most, about. */
    private static final long LARGEST_ROW_GROUP = 16 << 20;

    /** How many row groups are encoded at once, while the next one is gathered. */
    private static final int AT_WORK = 2;

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
        List<SchemaElement> schema = EncodedRowGroup.schema(columns);
        try (ColumnChunks chunks = new ColumnChunks(schema.getFirst(), spool);
                OutputStream out =
                        new DigestOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(file)), digest);
                ExecutorService encoders = Executors.newVirtualThreadPerTaskExecutor()) {
            new Writing<>(columns, schema, cut, chunks, encoders).write(rows);
            chunks.writeTo(out);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16) + ".parquet";
    }

    /** One file being written. */
    private static final class Writing<R> {
        private final List<LakeColumn<R>> columns;
        private final List<SchemaElement> schema;
        private final RowGroupCut<R> cut;
        private final ColumnChunks chunks;
        private final ExecutorService encoders;
        private final Deque<CompletableFuture<EncodedRowGroup>> encodings = new ArrayDeque<>();
        private final PageBuilder page;
        private List<Page> pages = new ArrayList<>();
        private Object subject = "";
        private long rows;
        private long bytes;

        Writing(
                List<LakeColumn<R>> columns,
                List<SchemaElement> schema,
                RowGroupCut<R> cut,
                ColumnChunks chunks,
                ExecutorService encoders) {
            this.columns = columns;
            this.schema = schema;
            this.cut = cut;
            this.chunks = chunks;
            this.encoders = encoders;
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
            while (!encodings.isEmpty()) {
                takeEncoded();
            }
        }

        private boolean beginsGroup(R row) {
            Object next = cut.subject().apply(row);
            boolean changes = !next.equals(subject);
            subject = next;
            boolean isFull = bytes + page.getSizeInBytes() >= LARGEST_ROW_GROUP;
            return isFull || (changes && rows >= cut.leastRows());
        }

        private void add(R row) {
            page.declarePosition();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).write(page.getBlockBuilder(i), row);
            }
            rows++;
            if (page.isFull()) {
                endPage();
            }
        }

        private void endPage() {
            bytes += page.getSizeInBytes();
            pages.add(page.build());
            page.reset();
        }

        private void endGroup() throws IOException {
            if (!page.isEmpty()) {
                endPage();
            }
            if (pages.isEmpty()) {
                return;
            }
            if (encodings.size() == AT_WORK) {
                takeEncoded();
            }
            List<Page> group = pages;
            encodings.add(CompletableFuture.supplyAsync(() -> encoded(group), encoders));
            pages = new ArrayList<>();
            rows = 0;
            bytes = 0;
        }

        private EncodedRowGroup encoded(List<Page> group) {
            try {
                return EncodedRowGroup.of(columns, schema, group);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void takeEncoded() throws IOException {
            try {
                chunks.add(encodings.remove().join());
            } catch (CompletionException e) {
                throw new IOException("a row group could not be encoded", e.getCause());
            }
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
