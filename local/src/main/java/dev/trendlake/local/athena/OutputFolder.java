package dev.trendlake.local.athena;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A folder of a bucket that results are written to, as CSV. */
record OutputFolder(Path buckets, String location) {
    private static final String S3 = "s3://";

    OutputFolder {
        location = location.endsWith("/") ? location : location + "/";
    }

    /** Refuses a location that is none, and a bucket that is not there. */
    OutputFolder checked() throws Refusal {
        if (!location.matches("s3://[a-z0-9.-]{3,63}/.*") || !path("").startsWith(buckets)) {
            throw Refusal.invalidInput("outputLocation is not a valid S3 path.");
        }
        String bucket = location.substring(S3.length(), location.indexOf('/', S3.length()));
        if (!Files.isDirectory(buckets.resolve(bucket))) {
            throw Refusal.invalidInput("Unable to verify/create output bucket " + bucket);
        }
        return this;
    }

    String fileOf(String executionId) {
        return location + executionId + ".csv";
    }

    void write(String executionId, QueryResult result) throws IOException {
        Files.createDirectories(path(""));
        try (BufferedWriter writer = Files.newBufferedWriter(path(executionId + ".csv"))) {
            for (List<@Nullable String> row : result.rows()) {
                writer.write(line(row));
            }
        }
    }

    private Path path(String name) {
        return buckets.resolve(location.substring(S3.length()) + name).normalize();
    }

    private static String line(List<@Nullable String> row) {
        return row.stream().map(OutputFolder::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : '"' + value.replace("\"", "\"\"") + '"';
    }
}
