package dev.trendlake.intake.imports;

import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.util.List;

/** Imports objects of captured events, which lie below {@code raw/captured/}. */
@FunctionalInterface
public interface CapturedObjects {
    /**
     * Imports an object, whose lines may be of several projects.
     *
     * @param id tells this state of the object from all others
     * @param source its bytes; gzip of JSON lines
     * @return what became of its lines, a report for each project
     * @throws IOException when it broke off; it is to be repeated
     */
    List<ImportReport> take(SourceId id, EventSource source) throws IOException;
}
