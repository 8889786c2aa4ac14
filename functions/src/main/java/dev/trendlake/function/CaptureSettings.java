package dev.trendlake.function;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the template, and AWS, tell the function of captured events through its environment.
 *
 * @param projectsTable {@code PROJECTS_TABLE}: the DynamoDB table of projects
 * @param stream {@code CAPTURE_STREAM}: the Firehose stream
 * @param endpoint {@code AWS_ENDPOINT_URL_FIREHOSE}, or {@code AWS_ENDPOINT_URL}: where Firehose is
 *     when it is not the region's own
 */
record CaptureSettings(String projectsTable, String stream, Optional<URI> endpoint) {
    static CaptureSettings of(Map<String, String> environment) {
        return new CaptureSettings(
                value(environment, "PROJECTS_TABLE"),
                value(environment, "CAPTURE_STREAM"),
                address(environment, "AWS_ENDPOINT_URL_FIREHOSE")
                        .or(() -> address(environment, "AWS_ENDPOINT_URL")));
    }

    private static Optional<URI> address(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isEmpty())
                .map(URI::create);
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
