package dev.trendlake.intake.lake;

import io.trino.parquet.writer.ParquetSchemaConverter;
import io.trino.parquet.writer.ParquetWriter;
import io.trino.parquet.writer.ParquetWriterOptions;
import io.trino.spi.PageBuilder;
import io.trino.spi.type.Type;
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
import java.util.Optional;
import org.apache.parquet.format.CompressionCodec;

/** Writes a file as the lake has them: Parquet, ZSTD, rows in the order given. */
public final class LakeFileWriter {
    private static final String WRITTEN_BY = "trendlake";

    private LakeFileWriter() {}

    /**
     * Writes rows to a file.
     *
     * @return a name that follows from the content: the same rows give the same name
     */
    public static <R> String write(List<LakeColumn<R>> columns, List<R> rows, Path file)
            throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            write(columns, rows, out);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16) + ".parquet";
    }

    private static <R> void write(List<LakeColumn<R>> columns, List<R> rows, OutputStream out)
            throws IOException {
        ParquetSchemaConverter schema =
                new ParquetSchemaConverter(
                        types(columns),
                        columns.stream().map(LakeColumn::name).toList(),
                        false,
                        false);
        try (ParquetWriter writer =
                new ParquetWriter(
                        out,
                        schema.getMessageType(),
                        schema.getPrimitiveTypes(),
                        ParquetWriterOptions.builder().build(),
                        CompressionCodec.ZSTD,
                        WRITTEN_BY,
                        Optional.empty(),
                        Optional.empty())) {
            writePages(columns, rows, writer);
        }
    }

    private static <R> void writePages(
            List<LakeColumn<R>> columns, List<R> rows, ParquetWriter writer) throws IOException {
        PageBuilder page = new PageBuilder(types(columns));
        for (R row : rows) {
            page.declarePosition();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).write(page.getBlockBuilder(i), row);
            }
            if (page.isFull()) {
                writer.write(page.build());
                page.reset();
            }
        }
        if (!page.isEmpty()) {
            writer.write(page.build());
        }
    }

    private static <R> List<Type> types(List<LakeColumn<R>> columns) {
        return columns.stream().map(LakeColumn::type).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
