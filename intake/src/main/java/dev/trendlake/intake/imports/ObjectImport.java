package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.ModelProbe;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Imports objects of the data bucket that lie below {@code raw/}, each state of them once. */
public final class ObjectImport {
    private final LakeAccess lake;
    private final SourceImport imports;
    private final CapturedObjects captured;

    /**
     * @param captured imports what lies below {@code raw/captured/}
     */
    public ObjectImport(LakeAccess lake, SourceImport imports, CapturedObjects captured) {
        this.lake = lake;
        this.imports = imports;
        this.captured = captured;
    }

    /**
     * Imports an object.
     *
     * @param key as in the bucket
     * @throws LoadFailed when there is no such project
     * @throws IOException when it broke off; it is to be repeated
     */
    public ObjectOutcome run(String key, LoadListener listener) throws IOException, LoadFailed {
        return switch (RawKey.of(key)) {
            case RawKey.LeftAlone(var reason) -> new ObjectOutcome.LeftAlone(reason);
            case RawKey.Captured() -> captured(key);
            case RawKey.Export(var project) -> export(project, key, listener);
        };
    }

    private ObjectOutcome captured(String key) throws IOException {
        Optional<HeadObjectResponse> head = head(key);
        if (head.isEmpty()) {
            return gone();
        }
        List<ImportReport> reports =
                captured.take(id(key, head.get()), source(key, head.get().eTag()));
        return new ObjectOutcome.Imported(reports);
    }

    private ObjectOutcome export(long project, String key, LoadListener listener)
            throws IOException, LoadFailed {
        Optional<HeadObjectResponse> head = head(key);
        if (head.isEmpty()) {
            return gone();
        }
        SourceId id = id(key, head.get());
        if (imports.imported(project, id).isPresent()) {
            return new ObjectOutcome.LeftAlone("it was imported before");
        }
        EventSource source = source(key, head.get().eTag());
        Model model = ModelProbe.isOfPersons(source) ? Model.PERSONS : Model.EVENTS;
        return new ObjectOutcome.Imported(
                List.of(imports.run(project, id, source, model, listener)));
    }

    private static ObjectOutcome gone() {
        return new ObjectOutcome.LeftAlone("it is not there any more");
    }

    private Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(
                    lake.s3().headObject(request -> request.bucket(lake.bucket()).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private SourceId id(String key, HeadObjectResponse head) {
        return SourceId.ofObject(lake.bucket(), key, head.eTag());
    }

    /** An object as a source; empty when it is not there. */
    public Optional<LoadedSource> find(String key) {
        return head(key)
                .map(head ->
                        new LoadedSource.StoredObject(source(key, head.eTag()), id(key, head)));
    }

    // Another state of the object is another source: it has an event of its own.
    private EventSource source(String key, String etag) {
        return new EventSource(
                key,
                () ->
                        lake.s3()
                                .getObject(request ->
                                        request.bucket(lake.bucket()).key(key).ifMatch(etag)));
    }
}
