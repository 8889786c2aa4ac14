package dev.trendlake.intake.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.intake.load.RefusedRow;
import dev.trendlake.intake.load.RefusedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The rows of one source that are refused: {@code refused/project_id=ID/SOURCE.jsonl.gz}, each with
 * the name of the source, the number of its line, the reason, and the row as it was.
 */
public final class RefusedFile implements RefusedRows, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;
    private @Nullable Path file;
    private @Nullable OutputStream lines;
    private long count;

    /**
     * @param source what the source is called
     */
    public RefusedFile(String source) {
        this.source = source;
    }

    @Override
    public void refuse(RefusedRow row) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("source", source);
        line.put("line", row.line());
        line.put("reason", row.reason());
        line.put("row", row.row());
        OutputStream out = lines();
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
        count++;
    }

    /** How many rows there are. */
    public long count() {
        return count;
    }

    /** Puts the file into the bucket; there is none when no row was refused. */
    public void put(S3Client s3, String bucket, long project, SourceId id) throws IOException {
        put(s3, bucket, "refused/project_id=%d/%s.jsonl.gz".formatted(project, id.text()));
    }

    /** Puts the file somewhere else: where rows are that are no project's. */
    public void put(S3Client s3, String bucket, String key) throws IOException {
        if (file == null || lines == null) {
            return;
        }
        lines.close();
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private OutputStream lines() throws IOException {
        if (lines == null) {
            file = Files.createTempFile("trendlake-refused-", ".jsonl.gz");
            lines = new GZIPOutputStream(Files.newOutputStream(file), 1 << 14);
        }
        return lines;
    }
}
