package dev.trendlake.aws.s3;

import dev.trendlake.lake.CohortMember;
import dev.trendlake.lake.MemberFiles;
import dev.trendlake.lake.MemberLines;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files of the table of members in the data bucket. Safe for use by several threads. */
public final class S3MemberFiles implements MemberFiles {
    private static final String FILE = "members.json.gz";

    private final Supplier<S3Client> client;
    private final String bucket;

    /** Takes what gives the client when it is needed, and the bucket's name. */
    public S3MemberFiles(Supplier<S3Client> client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public List<CohortMember> read(long project, long version) {
        return files(folder(project, version))
                .map(file ->
                        client.get()
                                .getObjectAsBytes(request -> request.bucket(bucket).key(file.key()))
                                .asByteArray())
                .flatMap(file -> MemberLines.read(file).stream())
                .toList();
    }

    @Override
    public void write(long project, long version, Collection<CohortMember> members) {
        if (members.isEmpty()) {
            return;
        }
        client.get()
                .putObject(
                        request -> request.bucket(bucket).key(folder(project, version) + FILE),
                        RequestBody.fromBytes(MemberLines.write(members)));
    }

    @Override
    public Instant writtenAt(long project, long version) {
        return files(folder(project, version))
                .map(S3Object::lastModified)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    @Override
    public void removeBelow(long project, long version) {
        String folder = folder(project);
        files(folder)
                .map(S3Object::key)
                .filter(key -> versionOf(key.substring(folder.length())) < version)
                .toList()
                .forEach(key ->
                        client.get().deleteObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public void remove(long project, long version) {
        client.get()
                .deleteObject(
                        request -> request.bucket(bucket).key(folder(project, version) + FILE));
    }

    private Stream<S3Object> files(String folder) {
        return client
                .get()
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .filter(file -> file.size() > 0);
    }

    private static String folder(long project) {
        return "%s/project_id=%d/".formatted(CohortMember.TABLE, project);
    }

    private static String folder(long project, long version) {
        return "%sversion=%d/".formatted(folder(project), version);
    }

    // What somebody else put there is left alone.
    private static long versionOf(String path) {
        String number = path.replaceFirst("^version=(\\d{1,18})/.*$", "$1");
        return number.equals(path) ? Long.MAX_VALUE : Long.parseLong(number);
    }
}
