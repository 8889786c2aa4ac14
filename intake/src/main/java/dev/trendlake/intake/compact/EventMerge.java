package dev.trendlake.intake.compact;

import dev.trendlake.intake.lake.LakeFileWriter;
import dev.trendlake.intake.load.ColumnRegister;
import dev.trendlake.intake.load.StoredEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Merges files of events row by row, in the memory that some of them take at once. */
public final class EventMerge implements FileMerge {
    /** How many files are read at once: each takes some megabytes of memory. */
    private static final int AT_ONCE = 24;

    /** How many bytes a row has in a file, rather less. */
    private static final long USUAL_ROW = 96;

    private final ColumnRegister columns;

    /** Takes who knows which properties have columns. */
    public EventMerge(ColumnRegister columns) {
        this.columns = columns;
    }

    @Override
    public String merge(long project, List<Path> files, Path target) throws IOException {
        StoredEvents events = new StoredEvents(columns.columns(project));
        Deque<Path> waiting = new ArrayDeque<>(files);
        int step = 0;
        while (waiting.size() > AT_ONCE) {
            Path between = target.resolveSibling("step-" + step++);
            List<Path> some = next(waiting);
            write(events, some, between);
            for (Path merged : some) {
                Files.delete(merged);
            }
            waiting.add(between);
        }
        return write(events, next(waiting), target);
    }

    private static List<Path> next(Deque<Path> waiting) {
        List<Path> some = new ArrayList<>();
        while (some.size() < AT_ONCE && !waiting.isEmpty()) {
            some.add(waiting.remove());
        }
        return some;
    }

    private static String write(StoredEvents events, List<Path> files, Path target)
            throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        try (MergedRows rows = new MergedRows(files, events.read(), events.order())) {
            return LakeFileWriter.write(
                    events.written(), events.cut(bytes / USUAL_ROW), rows, target);
        }
    }
}
