package dev.trendlake.intake.compact;

import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.LeaseLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces files of a day by others with the same events, while statements read the day. Safe to be
 * killed at any moment, and to be repeated. Whoever calls it holds the lease of the day.
 *
 * <ol>
 *   <li>The new files' names are announced: statements pass over them.
 *   <li>They are written.
 *   <li>In one step they count, and those that they replace don't.
 *   <li>What has been replaced is removed when no statement can be reading it any more.
 * </ol>
 */
public final class DayRewriting {
    /** Twice the time that Athena gives a statement: one that reads an old file is over. */
    static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    /** How many bytes a file has at most, about. */
    static final long LARGEST_FILE = 128 << 20;

    /** A project's days wait while more files are about to go: each is named in statements. */
    static final int MOST_LEFT_OUT = 500;

    /** So many characters fit into a file's name on any disk, whatever they are. */
    private static final int LONGEST_END = 60;

    private final DayFiles files;
    private final LeftOutFiles leftOut;
    private final FileMerge merge;
    private final InstantSource clock;

    /** Takes the files, which of them are left out, how they are merged, and the time. */
    public DayRewriting(
            DayFiles files, LeftOutFiles leftOut, FileMerge merge, InstantSource clock) {
        this.files = files;
        this.leftOut = leftOut;
        this.merge = merge;
        this.clock = clock;
    }

    /** A file that was written, and those that it replaces. */
    private record Replacement(String name, Path file, Set<String> replaced) {}

    /**
     * Removes what was replaced long ago, and what was written and never counted.
     *
     * @return how many files were removed
     */
    public int sweep(long project, LocalDate day) {
        Instant latest = clock.instant().minus(LONGEST_STATEMENT);
        Set<String> unread =
                leftOut.going(project, day).entrySet().stream()
                        .filter(file -> !file.getValue().isAfter(latest))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(HashSet::new));
        unread.addAll(givenUp(project, day));
        if (!unread.isEmpty()) {
            files.remove(project, day, unread);
            leftOut.forget(project, day, unread);
        }
        return unread.size();
    }

    // Whoever wrote them may only have been slow: so that he can't let them count any more, they
    // are among those that go before they are removed.
    private Set<String> givenUp(long project, LocalDate day) {
        Set<String> coming = leftOut.coming(project, day);
        boolean isGivenUp =
                !coming.isEmpty() && leftOut.exchange(project, day, coming, coming, Instant.EPOCH);
        return isGivenUp ? coming : Set.of();
    }

    /**
     * Merges small files of a day into few.
     *
     * @return what became of them
     */
    public RewriteReport merge(long project, LocalDate day, DayLease lease) throws IOException {
        List<EventFile> present = counting(project, day);
        return rewrite(
                project,
                day,
                lease,
                MergePlan.of(present, EventFile::bytes, LARGEST_FILE).merges());
    }

    /**
     * Writes all files of a day anew, so that they have the columns that the project has now.
     *
     * @return what became of them
     */
    public RewriteReport renew(long project, LocalDate day, DayLease lease) throws IOException {
        List<EventFile> present = counting(project, day);
        List<List<EventFile>> groups =
                new ArrayList<>(MergePlan.of(present, EventFile::bytes, LARGEST_FILE).merges());
        Set<EventFile> merged = groups.stream().flatMap(List::stream).collect(Collectors.toSet());
        present.stream()
                .filter(file -> !merged.contains(file))
                .forEach(file -> groups.add(List.of(file)));
        return rewrite(project, day, lease, groups);
    }

    /** The files of a day that count. */
    List<EventFile> counting(long project, LocalDate day) {
        Set<String> gone = leftOut.going(project, day).keySet();
        Set<String> coming = leftOut.coming(project, day);
        return files.of(project, day).stream()
                .filter(file -> !gone.contains(file.name()) && !coming.contains(file.name()))
                .toList();
    }

    private RewriteReport rewrite(
            long project, LocalDate day, DayLease lease, List<List<EventFile>> groups)
            throws IOException {
        RewriteReport report = RewriteReport.NOTHING;
        for (List<EventFile> group : groups) {
            report = report.and(rewriteGroup(project, day, lease, group));
        }
        return report;
    }

    private RewriteReport rewriteGroup(
            long project, LocalDate day, DayLease lease, List<EventFile> group) throws IOException {
        Path folder = Files.createTempDirectory("trendlake-rewrite-");
        try {
            Replacement replacement = written(project, day, lease, group, folder);
            Set<String> names = Set.of(replacement.name());
            lease.extend();
            leftOut.announce(project, day, names);
            files.put(project, day, replacement.name(), replacement.file());
            lease.extend();
            if (!leftOut.exchange(project, day, names, replacement.replaced(), clock.instant())) {
                files.remove(project, day, names);
                throw new LeaseLost(project, day);
            }
            return new RewriteReport(group.size(), 1, Files.size(replacement.file()));
        } finally {
            remove(folder);
        }
    }

    private Replacement written(
            long project, LocalDate day, DayLease lease, List<EventFile> group, Path folder)
            throws IOException {
        List<Path> inputs = new ArrayList<>();
        for (EventFile file : group) {
            Path input = folder.resolve(inputName(inputs.size(), file));
            lease.extend();
            files.fetch(project, day, file.name(), input);
            inputs.add(input);
        }
        Path output = folder.resolve("out");
        String content = merge.merge(project, inputs, output);
        // With the time, no name is used twice: one that was replaced is passed over for an hour.
        String name = "%x-%s".formatted(clock.millis(), content);
        return new Replacement(
                name,
                output,
                group.stream().map(EventFile::name).collect(Collectors.toUnmodifiableSet()));
    }

    // Whoever reads that it is damaged has to know which it is, by the end of its name at least.
    private static String inputName(int number, EventFile file) {
        String name = file.name();
        return "%d-%s".formatted(number, name.substring(Math.max(0, name.length() - LONGEST_END)));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
