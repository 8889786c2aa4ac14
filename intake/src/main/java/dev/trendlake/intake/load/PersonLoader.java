package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.lake.SideTableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Loads persons into the lake, beside those that are there. Safe for several threads and processes.
 */
public final class PersonLoader {
    private final SideTableStore tables;
    private final ProjectTimes projects;
    private final NameLearning names;
    private final PersonReader reader = new PersonReader();

    /** Takes where the tables are, who knows the projects, and who learns names of properties. */
    public PersonLoader(SideTableStore tables, ProjectTimes projects, NameRegister names) {
        this.tables = tables;
        this.projects = projects;
        this.names = new NameLearning(names, projects);
    }

    /**
     * Loads all sources as one: they are read to their end before anything is written. The order of
     * lines and of loads makes no difference, but that a deleted person who is loaded again from an
     * older export is there again.
     *
     * @throws LoadFailed when the project doesn't exist, a source can't be read, or the lake can't
     *     be written
     */
    public PersonsReport load(
            long projectId, List<EventSource> sources, BadLines badLines, LoadListener listener)
            throws LoadFailed {
        try {
            if (!projects.exists(projectId)) {
                throw new LoadFailed("there is no project " + projectId);
            }
            PersonDirectory news = new PersonDirectory();
            NamesSeen seen = new NamesSeen();
            SourceReading reading =
                    new SourceReading(line -> take(reader.read(line), news, seen), listener);
            reading.read(sources);
            if (badLines == BadLines.FATAL && reading.refused() > 0) {
                return new PersonsReport(reading.taken(), 0, reading.refused());
            }
            long changed = change(projectId, news);
            names.learn(projectId, seen, listener);
            return new PersonsReport(reading.taken(), changed, reading.refused());
        } catch (IOException | UncheckedIOException | SdkException e) {
            throw new LoadFailed("the load broke off: " + e.getMessage(), e);
        }
    }

    private static void take(PersonLine line, PersonDirectory news, NamesSeen seen)
            throws IOException {
        news.add(line);
        if (!line.isDeleted()) {
            seen.seePerson(line.row().properties(), line.row().createdAt());
        }
    }

    /** Brings the table up to date, and says how many distinct ids that touches. */
    private long change(long projectId, PersonDirectory news) throws IOException {
        long[] changed = new long[1];
        tables.change(
                PersonRow.TABLE,
                projectId,
                present -> {
                    PersonDirectory directory = PersonDirectory.of(present);
                    directory.addAll(news);
                    List<PersonRow> rows = directory.rows();
                    changed[0] = differences(present, rows);
                    return changed[0] == 0 ? Optional.empty() : Optional.of(rows);
                });
        return changed[0];
    }

    private static long differences(List<PersonRow> before, List<PersonRow> after) {
        Set<PersonRow> old = Set.copyOf(before);
        Set<PersonRow> fresh = Set.copyOf(after);
        return Stream.concat(
                        before.stream().filter(row -> !fresh.contains(row)),
                        after.stream().filter(row -> !old.contains(row)))
                .map(PersonRow::distinctId)
                .collect(Collectors.toCollection(HashSet::new))
                .size();
    }
}
