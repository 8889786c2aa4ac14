package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.PersonsReport;
import dev.trendlake.intake.source.EventSource;
import java.util.List;

/**
 * Loads persons into the lake, beside those that are there. Safe for several threads and processes.
 */
public final class PersonLoader {
    private final SourceLoad load;

    /** Takes what is read and written. */
    public PersonLoader(LakeAccess lake) {
        this.load = new SourceLoad(new SourceImport(lake), _ -> Model.PERSONS);
    }

    /**
     * Loads sources, one after the other; those that were loaded before are passed over.
     *
     * @throws LoadFailed when the project doesn't exist, a source can't be had, or the lake can't
     *     be written
     */
    public PersonsReport load(
            long projectId, List<EventSource> sources, BadLines badLines, LoadListener listener)
            throws LoadFailed {
        List<LoadedSource> files =
                sources.stream().<LoadedSource>map(LoadedSource.File::new).toList();
        ImportReport report =
                load.load(projectId, files, badLines, listener)
                        .getOrDefault(
                                Model.PERSONS, new ImportReport(Model.PERSONS, 0, 0, 0, List.of()));
        return new PersonsReport(
                report.taken() + report.repeated(), report.taken(), report.refused());
    }
}
