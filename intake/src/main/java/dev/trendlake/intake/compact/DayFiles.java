package dev.trendlake.intake.compact;

import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.ObjectChange.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of the events table, below {@code events/project_id=ID/day=YYYY-MM-DD/}, of which some
 * take the place of others with the same events: what appears and goes here is announced, so that
 * the day's version stays as it is.
 */
public final class DayFiles {
    private static final String EVENTS = "events/";
    private static final Pattern PROJECT = Pattern.compile("events/project_id=(\\d{1,18})/");

    // What an engine passes over (spec: Athena, 5) is not ours to merge.
    private static final Pattern FILE = Pattern.compile("day=(\\d{4}-\\d{2}-\\d{2})/([^_./][^/]*)");

    private final S3Client s3;
    private final String bucket;
    private final AnnouncedChanges announced;

    /** Takes the data bucket, and who is told of changes before they are made. */
    public DayFiles(S3Client s3, String bucket, AnnouncedChanges announced) {
        this.s3 = s3;
        this.bucket = bucket;
        this.announced = announced;
    }

    /** The projects that have events. */
    List<Long> projects() {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(EVENTS).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(prefix -> PROJECT.matcher(prefix.prefix()))
                .filter(Matcher::matches)
                .map(prefix -> Long.parseLong(prefix.group(1)))
                .toList();
    }

    /** All files of a project by their day. */
    SortedMap<LocalDate, List<EventFile>> all(long project) {
        SortedMap<LocalDate, List<EventFile>> days = new TreeMap<>();
        String folder = folder(project);
        for (S3Object object : objects(folder)) {
            Matcher key = FILE.matcher(object.key().substring(folder.length()));
            if (key.matches() && object.size() > 0) {
                days.merge(
                        LocalDate.parse(key.group(1)),
                        List.of(file(key.group(2), object)),
                        DayFiles::together);
            }
        }
        return days;
    }

    /** The files of a day. */
    List<EventFile> of(long project, LocalDate day) {
        String folder = folder(project, day);
        return objects(folder).stream()
                .filter(object -> object.size() > 0)
                .map(object -> file(object.key().substring(folder.length()), object))
                .filter(file -> FILE.matcher("day=%s/%s".formatted(day, file.name())).matches())
                .toList();
    }

    void fetch(long project, LocalDate day, String name, Path target) {
        String key = folder(project, day) + name;
        s3.getObject(
                request -> request.bucket(bucket).key(key), ResponseTransformer.toFile(target));
    }

    void put(long project, LocalDate day, String name, Path file) {
        String key = folder(project, day) + name;
        announced.announce(new EventDay(project, day), Set.of(new ObjectChange(Kind.CREATED, key)));
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
    }

    void remove(long project, LocalDate day, Set<String> names) {
        List<String> keys = names.stream().map(name -> folder(project, day) + name).toList();
        announced.announce(
                new EventDay(project, day),
                keys.stream()
                        .map(key -> new ObjectChange(Kind.REMOVED, key))
                        .collect(Collectors.toUnmodifiableSet()));
        keys.forEach(key -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private List<S3Object> objects(String folder) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .toList();
    }

    private static EventFile file(String name, S3Object object) {
        return new EventFile(name, object.size(), object.lastModified());
    }

    private static List<EventFile> together(List<EventFile> some, List<EventFile> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static String folder(long project) {
        return "events/project_id=%d/".formatted(project);
    }

    private static String folder(long project, LocalDate day) {
        return new EventDay(project, day).folder();
    }
}
