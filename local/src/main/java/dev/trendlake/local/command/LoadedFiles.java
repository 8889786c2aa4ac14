package dev.trendlake.local.command;

import dev.trendlake.intake.imports.LoadedSource;
import dev.trendlake.intake.imports.ObjectImport;
import dev.trendlake.intake.imports.RawKey;
import dev.trendlake.intake.imports.SourceImport;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Finds what is to be loaded: files, folders of them, and objects of the data bucket. */
final class LoadedFiles {
    private static final String SCHEME = "s3://";

    private final LakeAccess lake;
    private final long project;
    private final ObjectImport objects;

    LoadedFiles(LakeAccess lake, long project) {
        this.lake = lake;
        this.project = project;
        this.objects =
                new ObjectImport(
                        lake,
                        new SourceImport(lake),
                        (_, source) -> {
                            throw new IOException(source.name() + " is of several projects");
                        });
    }

    /**
     * All that the arguments name, in the order of the arguments and then of the names.
     *
     * @throws LoadFailed when one names nothing that can be loaded into the project
     */
    List<LoadedSource> find(List<String> arguments) throws LoadFailed {
        List<LoadedSource> sources = new ArrayList<>();
        for (String argument : arguments) {
            sources.addAll(argument.startsWith(SCHEME) ? objects(argument) : files(argument));
        }
        return sources;
    }

    private List<LoadedSource> files(String argument) throws LoadFailed {
        Path path = Path.of(argument);
        if (!Files.isDirectory(path)) {
            return List.of(new LoadedSource.File(EventSource.of(path)));
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file) && isData(file))
                    .sorted()
                    .<LoadedSource>map(file -> new LoadedSource.File(EventSource.of(file)))
                    .toList();
        } catch (IOException e) {
            throw new LoadFailed("%s can't be read: %s".formatted(argument, e.getMessage()), e);
        }
    }

    private static boolean isData(Path file) {
        return RawKey.isData(String.valueOf(file.getFileName()));
    }

    private List<LoadedSource> objects(String argument) throws LoadFailed {
        String path = argument.substring(SCHEME.length());
        String prefix = path.substring(path.indexOf('/') + 1);
        if (!path.startsWith(lake.bucket() + "/" + RawKey.FOLDER)) {
            throw new LoadFailed(
                    "%s is not below s3://%s/%s".formatted(argument, lake.bucket(), RawKey.FOLDER));
        }
        List<LoadedSource> sources = new ArrayList<>();
        List<String> keys =
                lake
                        .s3()
                        .listObjectsV2Paginator(
                                request -> request.bucket(lake.bucket()).prefix(prefix))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();
        for (String key : keys) {
            add(key, sources);
        }
        return sources;
    }

    private void add(String key, List<LoadedSource> sources) throws LoadFailed {
        switch (RawKey.of(key)) {
            case RawKey.LeftAlone _ -> {
                // As when it is imported by itself.
            }
            case RawKey.Captured() ->
                    throw new LoadFailed(key + " is of several projects, and imported by itself");
            case RawKey.Export(var owner) -> {
                if (owner != project) {
                    throw new LoadFailed("%s is of project %d".formatted(key, owner));
                }
                objects.find(key).ifPresent(sources::add);
            }
        }
    }
}
