package dev.trendlake.intake.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects events by day. Beyond a size they wait in temporary files, so that what is in memory is
 * bounded by that size while reading and by one day while writing.
 */
final class DaySpool implements AutoCloseable {
    private final long limit;
    private final Path directory;
    private final Map<LocalDate, List<Event>> waiting = new TreeMap<>();
    private final SortedSet<LocalDate> spilled = new TreeSet<>();
    private long size;

    /**
     * @param limit how many characters of events may be in memory, about
     */
    DaySpool(long limit) throws IOException {
        this.limit = limit;
        this.directory = Files.createTempDirectory("trendlake-load-");
    }

    void add(Event event) throws IOException {
        waiting.computeIfAbsent(event.day(), day -> new ArrayList<>()).add(event);
        size += 300L + event.properties().length() + event.personProperties().length();
        size += event.elementsChain().length();
        if (size > limit) {
            spill();
        }
    }

    /** The days that have events, in their order. */
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>(spilled);
        days.addAll(waiting.keySet());
        return days;
    }

    /** The events of a day in the order they came, which are given once. */
    List<Event> take(LocalDate day) throws IOException {
        List<Event> events = new ArrayList<>();
        if (spilled.remove(day)) {
            readInto(events, fileOf(day));
        }
        List<Event> latest = waiting.remove(day);
        if (latest != null) {
            events.addAll(latest);
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private void spill() throws IOException {
        for (Map.Entry<LocalDate, List<Event>> day : waiting.entrySet()) {
            append(day.getValue(), fileOf(day.getKey()));
            spilled.add(day.getKey());
        }
        waiting.clear();
        size = 0;
    }

    private static void append(List<Event> events, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(
                                        file,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.APPEND)))) {
            for (Event event : events) {
                EventCodec.write(event, out);
            }
        }
    }

    private static void readInto(List<Event> events, Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            // A file's stream tells exactly: nothing is available at its end alone.
            while (in.available() > 0) {
                events.add(EventCodec.read(in));
            }
        }
        Files.delete(file);
    }

    private Path fileOf(LocalDate day) {
        return directory.resolve(day + ".events");
    }
}
