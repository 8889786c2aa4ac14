package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.ModelProbe;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Loads sources one after the other; while one is written, the next is read. Each is marked when it
 * is in the lake, and passed over when it has a mark, so that a load of many can be stopped and
 * taken up again.
 */
public final class SourceLoad {
    /** Says what the rows of a source are. */
    @FunctionalInterface
    public interface Models {
        /** What they are. */
        Model of(EventSource source) throws IOException;

        /** What their first rows say. */
        static Models byContent() {
            return source -> ModelProbe.isOfPersons(source) ? Model.PERSONS : Model.EVENTS;
        }
    }

    private final SourceImport imports;
    private final Models models;

    /** Takes what imports sources, and says what they are. */
    public SourceLoad(SourceImport imports, Models models) {
        this.imports = imports;
        this.models = models;
    }

    /**
     * Loads sources, and says what became of all of them together, for each model.
     *
     * @throws LoadFailed when the project doesn't exist, a source can't be had, or the lake can't
     *     be written
     */
    public Map<Model, ImportReport> load(
            long project, List<LoadedSource> sources, BadLines badLines, LoadListener listener)
            throws LoadFailed {
        Map<Model, ImportReport> all = new EnumMap<>(Model.class);
        if (badLines == BadLines.FATAL) {
            for (LoadedSource source : sources) {
                add(
                        SourceFailure.of(
                                source.source(), () -> check(project, source.source(), listener)),
                        all);
            }
            if (all.values().stream().anyMatch(report -> report.refused() > 0)) {
                return all;
            }
            all.clear();
        }
        try (SourceWriting writing = new SourceWriting()) {
            int number = 0;
            for (LoadedSource source : sources) {
                listener.source(source.source().name(), ++number, sources.size());
                load(project, source, listener, writing, all);
            }
            writing.await().ifPresent(report -> add(report, all));
        }
        return all;
    }

    private ImportReport check(long project, EventSource source, LoadListener listener)
            throws IOException, LoadFailed {
        Model model = models.of(source);
        long refused = imports.check(project, source, model, listener);
        return new ImportReport(model, 0, 0, refused, List.of());
    }

    private void load(
            long project,
            LoadedSource loaded,
            LoadListener listener,
            SourceWriting writing,
            Map<Model, ImportReport> all)
            throws LoadFailed {
        EventSource source = loaded.source();
        SourceId id = SourceFailure.of(source, loaded::identify);
        if (writing.isOf(id)) {
            writing.await().ifPresent(report -> add(report, all));
        }
        Optional<ImportReport> before =
                SourceFailure.of(source, () -> imports.imported(project, id));
        if (before.isPresent()) {
            add(passedOver(before.get()), all);
            return;
        }
        ReadSource read =
                SourceFailure.of(
                        source,
                        () -> imports.read(project, id, source, models.of(source), listener));
        writing.begin(id, source, read).ifPresent(report -> add(report, all));
    }

    private static ImportReport passedOver(ImportReport mark) {
        return new ImportReport(
                mark.model(), 0, mark.taken() + mark.repeated(), mark.refused(), mark.days());
    }

    private static void add(ImportReport report, Map<Model, ImportReport> all) {
        all.merge(report.model(), report, SourceLoad::sum);
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
}
