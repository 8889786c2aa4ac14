package dev.trendlake.intake.captured;

import dev.trendlake.intake.imports.CapturedObjects;
import dev.trendlake.intake.imports.ImportReport;
import dev.trendlake.intake.imports.Model;
import dev.trendlake.intake.imports.RefusedFile;
import dev.trendlake.intake.imports.SourceId;
import dev.trendlake.intake.imports.SourceImport;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.load.EventCounts;
import dev.trendlake.intake.load.EventImport;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LineRefused;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.RefusedRow;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Imports objects of captured events, project by project: first the events, which a mark ends, then
 * what they say of people. Whoever is killed in between finds the mark, and says it alone. Safe for
 * several threads and processes.
 */
public final class CapturedImport implements CapturedObjects {
    private final LakeAccess lake;
    private final SourceImport imports;
    private final GroupTypes types;
    private final ImportMemory memory;
    private final LoadListener listener;

    /** Takes what is read and written. */
    public CapturedImport(
            LakeAccess lake,
            SourceImport imports,
            GroupTypes types,
            ImportMemory memory,
            LoadListener listener) {
        this.lake = lake;
        this.imports = imports;
        this.types = types;
        this.memory = memory;
        this.listener = listener;
    }

    @Override
    public List<ImportReport> take(SourceId id, EventSource source) throws IOException {
        try (ProjectLines lines = new ProjectLines();
                RefusedFile nobodys = new RefusedFile(source.name())) {
            new SourceReader(List.of()).read(source, new LineSorting(lines, nobodys));
            List<ImportReport> reports = new ArrayList<>();
            for (long project : lines.projects()) {
                if (lake.projects().exists(project)) {
                    reports.add(take(project, id, source.name(), lines));
                } else {
                    refuseAll(project, lines, nobodys);
                }
            }
            if (nobodys.count() > 0) {
                nobodys.put(
                        lake.s3(), lake.bucket(), "refused/captured/" + id.text() + ".jsonl.gz");
                reports.add(new ImportReport(Model.EVENTS, 0, 0, nobodys.count(), List.of()));
            }
            return reports;
        }
    }

    private static void refuseAll(long project, ProjectLines lines, RefusedFile nobodys)
            throws IOException {
        lines.read(
                project,
                (number, line) ->
                        nobodys.refuse(
                                new RefusedRow(number, "there is no project " + project, line)));
    }

    private ImportReport take(long project, SourceId id, String name, ProjectLines lines)
            throws IOException {
        CapturedProject captured =
                new CapturedProject(project, lake.tables().rows(PersonRow.TABLE, project), types);
        Optional<ImportReport> before = imports.imported(project, id);
        ImportReport report =
                before.isPresent()
                        ? learnAlone(captured, project, lines, before.get())
                        : events(captured, project, id, name, lines);
        if (captured.hasLearned()) {
            lake.tables().change(PersonRow.TABLE, project, captured::changed);
        }
        return report;
    }

    private ImportReport events(
            CapturedProject captured, long project, SourceId id, String name, ProjectLines lines)
            throws IOException {
        try (RefusedFile refused = new RefusedFile(name);
                EventImport events =
                        new EventImport(lake, project, id.text(), memory, refused, listener)) {
            lines.read(project, (number, line) -> add(captured, events, refused, number, line));
            EventCounts counts = events.write();
            ImportReport report =
                    new ImportReport(
                            Model.EVENTS,
                            counts.taken(),
                            counts.repeated(),
                            refused.count(),
                            counts.days());
            imports.end(project, id, name, refused, report);
            return report;
        }
    }

    private static void add(
            CapturedProject captured,
            EventImport events,
            RefusedFile refused,
            long number,
            String line)
            throws IOException {
        try {
            events.add(captured.take(CapturedLine.read(line)));
        } catch (NotCaptured | LineRefused e) {
            refused.refuse(new RefusedRow(number, String.valueOf(e.getMessage()), line));
        }
    }

    // The events are in the lake, and what was refused is kept.
    private static ImportReport learnAlone(
            CapturedProject captured, long project, ProjectLines lines, ImportReport before)
            throws IOException {
        lines.read(
                project,
                (_, line) -> {
                    try {
                        captured.take(CapturedLine.read(line));
                    } catch (NotCaptured e) {
                        // It was refused before.
                    }
                });
        return new ImportReport(
                Model.EVENTS,
                0,
                before.taken() + before.repeated(),
                before.refused(),
                before.days());
    }
}
