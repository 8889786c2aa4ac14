package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.EventFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a project's settings say of the files of its events that don't count: {@code files_coming},
 * a set of texts like {@code 2026-11-27/1f.parquet}, are those that are being written to take the
 * place of others, and {@code files_going}, of texts like {@code 2026-11-28T09:00:00Z
 * 2026-11-27/0a.parquet}, those whose place is taken, and since when. A text that names no file of
 * a day is no file that could be read; a file that goes without a time is left out for good.
 * Whoever reads is told of both.
 */
public final class LeftOutFilesItem {
    /** The attribute of those that are being written. */
    public static final String COMING = "files_coming";

    /** The attribute of those that were replaced. */
    public static final String GOING = "files_going";

    private record Entry(String text, EventFile file, Instant since) {}

    private final List<Entry> coming = new ArrayList<>();
    private final List<Entry> going = new ArrayList<>();
    private final Set<String> unreadable = new TreeSet<>();

    private LeftOutFilesItem() {}

    /** Reads the attributes of an item {@code settings}; one that it lacks names no file. */
    public static LeftOutFilesItem read(Map<String, AttributeValue> settings) {
        LeftOutFilesItem item = new LeftOutFilesItem();
        item.texts(settings, COMING).forEach(item::addComing);
        item.texts(settings, GOING).forEach(item::addGoing);
        return item;
    }

    private List<String> texts(Map<String, AttributeValue> settings, String attribute) {
        AttributeValue value = settings.get(attribute);
        if (value == null) {
            return List.of();
        }
        if (!value.hasSs()) {
            unreadable.add(attribute);
        }
        return value.ss();
    }

    private void addComing(String text) {
        EventFile.parse(text)
                .ifPresentOrElse(
                        file -> coming.add(new Entry(text, file, Instant.MAX)),
                        () -> unreadable.add(COMING));
    }

    private void addGoing(String text) {
        int blank = text.indexOf(' ');
        Instant since = instant(text.substring(0, Math.max(0, blank)));
        EventFile.parse(text.substring(blank + 1))
                .ifPresentOrElse(
                        file -> going.add(new Entry(text, file, since)),
                        () -> unreadable.add(GOING));
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            unreadable.add(GOING);
            return Instant.MAX;
        }
    }

    /** The text of a file that is being written. */
    public static String coming(LocalDate day, String name) {
        return new EventFile(day, name).toString();
    }

    /** The text of a file that has been replaced. */
    public static String going(Instant since, LocalDate day, String name) {
        return since + " " + new EventFile(day, name);
    }

    /** All that don't count yet. */
    public Set<EventFile> coming() {
        return files(coming.stream());
    }

    /** All that don't count any more. */
    public Set<EventFile> going() {
        return files(going.stream());
    }

    /** The names of a day's files that don't count yet. */
    public Set<String> coming(LocalDate day) {
        return coming.stream()
                .map(Entry::file)
                .filter(file -> file.day().equals(day))
                .map(EventFile::name)
                .collect(Collectors.toSet());
    }

    /** The names of a day's files that don't count any more, and since when. */
    public Map<String, Instant> going(LocalDate day) {
        Map<String, Instant> names = new HashMap<>();
        for (Entry entry : going) {
            if (entry.file().day().equals(day)) {
                names.merge(entry.file().name(), entry.since(), LeftOutFilesItem::later);
            }
        }
        return names;
    }

    /** How many there are. */
    public int count() {
        return coming.size() + going.size();
    }

    /** The texts of some of a day's files that are among those that come. */
    public List<String> textsOfComing(LocalDate day, Collection<String> names) {
        return texts(coming, day, names);
    }

    /** The texts of some of a day's files that are among those that go. */
    public List<String> textsOfGoing(LocalDate day, Collection<String> names) {
        return texts(going, day, names);
    }

    /** The attributes that say something which can't be read. */
    Set<String> unreadable() {
        return unreadable;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Set<EventFile> files(Stream<Entry> entries) {
        return entries.map(Entry::file).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(
            List<Entry> entries, LocalDate day, Collection<String> names) {
        return entries.stream()
                .filter(entry -> entry.file().day().equals(day))
                .filter(entry -> names.contains(entry.file().name()))
                .map(Entry::text)
                .toList();
    }
}
