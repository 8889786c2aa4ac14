package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;

/** Loads sources of one model one after the other, so that it can be stopped and taken up again. */
final class SourceLoad {
    private final SourceImport imports;
    private final Model model;

    SourceLoad(SourceImport imports, Model model) {
        this.imports = imports;
        this.model = model;
    }

    /** Loads sources, and says what became of all of them together. */
    ImportReport load(
            long project, List<EventSource> sources, BadLines badLines, LoadListener listener)
            throws LoadFailed {
        if (badLines == BadLines.FATAL) {
            long refused = 0;
            for (EventSource source : sources) {
                refused += of(source, () -> imports.check(project, source, model, listener));
            }
            if (refused > 0) {
                return new ImportReport(model, 0, 0, refused, List.of());
            }
        }
        ImportReport all = new ImportReport(model, 0, 0, 0, List.of());
        for (EventSource source : sources) {
            all = sum(all, of(source, () -> load(project, source, listener)));
        }
        return all;
    }

    private ImportReport load(long project, EventSource source, LoadListener listener)
            throws IOException, LoadFailed {
        SourceId id;
        try (InputStream content = source.opener().open()) {
            id = SourceId.ofContent(content);
        }
        Optional<ImportReport> before = imports.imported(project, id);
        if (before.isPresent()) {
            ImportReport mark = before.get();
            return new ImportReport(
                    model, 0, mark.taken() + mark.repeated(), mark.refused(), mark.days());
        }
        return imports.run(project, id, source, model, listener);
    }

    private static ImportReport sum(ImportReport one, ImportReport other) {
        TreeSet<LocalDate> days = new TreeSet<>(one.days());
        days.addAll(other.days());
        return new ImportReport(
                one.model(),
                one.taken() + other.taken(),
                one.repeated() + other.repeated(),
                one.refused() + other.refused(),
                List.copyOf(days));
    }

    /** Something that is done with a source. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException, LoadFailed;
    }

    private static <T> T of(EventSource source, Step<T> step) throws LoadFailed {
        try {
            return step.run();
        } catch (NoSuchFileException e) {
            throw new LoadFailed(source.name() + ": no such file", e);
        } catch (IOException | UncheckedIOException | SdkException e) {
            throw new LoadFailed("%s: %s".formatted(source.name(), e.getMessage()), e);
        }
    }
}
