package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.source.EventSource;
import java.util.List;

/** Loads events into the lake. Safe for several threads and processes. */
public final class EventLoader {
    private final SourceLoad load;

    /** Takes what is read and written. */
    public EventLoader(LakeAccess lake) {
        this(lake, ImportMemory.standard());
    }

    /** Takes what is read and written, and how much of it is held in memory. */
    public EventLoader(LakeAccess lake, ImportMemory memory) {
        this.load = new SourceLoad(new SourceImport(lake, memory), _ -> Model.EVENTS);
    }

    /**
     * Loads sources, one after the other; those that were loaded before are passed over.
     *
     * @throws LoadFailed when the project doesn't exist, a source can't be had, or the lake can't
     *     be written
     */
    public LoadReport load(
            long projectId, List<EventSource> sources, BadLines badLines, LoadListener listener)
            throws LoadFailed {
        List<LoadedSource> files =
                sources.stream().<LoadedSource>map(LoadedSource.File::new).toList();
        ImportReport report =
                load.load(projectId, files, badLines, listener)
                        .getOrDefault(
                                Model.EVENTS, new ImportReport(Model.EVENTS, 0, 0, 0, List.of()));
        return new LoadReport(report.taken(), report.repeated(), report.refused());
    }
}
