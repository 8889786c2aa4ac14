package dev.trendlake.intake.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * What was imported: {@code imports/project_id=ID/SOURCE.json}, which is written last of all. A
 * source that has one is in the lake whole.
 */
final class ImportMarks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final S3Client s3;
    private final String bucket;

    ImportMarks(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** What became of a source when it was imported; empty when it was not. */
    Optional<ImportReport> find(long project, SourceId source) throws IOException {
        try {
            byte[] mark =
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(project, source)))
                            .asByteArrayUnsafe();
            return Optional.of(report(JSON.readTree(mark)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /**
     * Marks a source.
     *
     * @param name what it is called
     */
    void put(long project, SourceId source, String name, ImportReport report, Instant now)
            throws IOException {
        ObjectNode mark = JSON.createObjectNode();
        mark.put("source", name);
        mark.put("model", report.model().word());
        mark.put("taken", report.taken());
        mark.put("repeated", report.repeated());
        mark.put("refused", report.refused());
        ArrayNode days = mark.putArray("days");
        report.days().forEach(day -> days.add(day.toString()));
        mark.put("imported_at", now.toString());
        byte[] bytes = JSON.writeValueAsBytes(mark);
        s3.putObject(
                request ->
                        request.bucket(bucket)
                                .key(key(project, source))
                                .contentType("application/json"),
                RequestBody.fromBytes(bytes));
    }

    private static ImportReport report(JsonNode mark) {
        List<LocalDate> days = new ArrayList<>();
        mark.path("days").forEach(day -> days.add(LocalDate.parse(day.textValue())));
        return new ImportReport(
                Model.of(mark.path("model").textValue()),
                mark.path("taken").longValue(),
                mark.path("repeated").longValue(),
                mark.path("refused").longValue(),
                days);
    }

    private static String key(long project, SourceId source) {
        return "imports/project_id=%d/%s.json".formatted(project, source.text());
    }
}
